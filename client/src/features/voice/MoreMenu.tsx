import { type KeyboardEvent, useEffect, useRef } from 'react';
import { devices } from '../../devices/chosen-devices.ts';
import { useDevices } from '../../devices/use-devices.ts';
import { say } from '../../state/announce.ts';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { type Item, itemAfter, itemsOf } from './menu-model.ts';
import type { MenuProps } from './More.tsx';
import css from './MoreMenu.module.css';

type Props = MenuProps & {
  /** A dialog comes in place of the menu. */
  readonly onAsk: (dialog: 'devices' | 'people' | 'contact') => void;
};

/** A menu as the ARIA practices have it. */
export function MoreMenu({ view, run, fails, called, button, begins, onClose, onAsk }: Props) {
  const chosen = useDevices();
  const menu = useRef<HTMLDivElement>(null);
  const items = itemsOf(view, chosen, fails, called);
  const buttons = () => [...(menu.current?.querySelectorAll('button') ?? [])];

  useEffect(() => {
    buttons()
      .at(begins === 'first' ? 0 : -1)
      ?.focus();
  }, [begins]);
  useEffect(() => {
    const pressed = ({ target }: PointerEvent) => {
      const inside = target instanceof Node && menu.current?.parentElement?.contains(target);
      if (menu.current !== null && inside !== true) onClose();
    };
    addEventListener('pointerdown', pressed);
    return () => removeEventListener('pointerdown', pressed);
  }, [onClose]);

  const choose = ({ id, words, rests }: Item) => {
    // Before the item goes, and so that a dialog gives it back to the button.
    button.current?.focus();
    if (id === 'devices' || id === 'people' || id === 'contact') return onAsk(id);
    if (rests) say(words);
    else if (id === 'help') void run({ type: 'askHelp' });
    else devices.setState({ pictureHidden: !chosen.pictureHidden });
    onClose();
  };
  const keyed = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey } = event;
    if (key === 'Escape' || key === 'Tab') {
      // Tab goes on from the button.
      button.current?.focus();
      onClose();
      if (key === 'Tab') return;
    } else {
      if (altKey || ctrlKey || metaKey) return;
      const all = buttons();
      const at = all.findIndex((one) => one === document.activeElement);
      const next = itemAfter(
        key,
        at,
        items.map(({ words }) => words),
      );
      if (next === null) return;
      all[next]?.focus();
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={menu} className={css.menu} role="menu" aria-label={t('more.name')} onKeyDown={keyed}>
      {items.map((item) => (
        <button
          key={item.id}
          className={css.item}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={item.rests ? true : undefined}
          onClick={() => choose(item)}
        >
          <Icon name={item.icon} />
          {item.words}
        </button>
      ))}
    </div>
  );
}

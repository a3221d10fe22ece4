import type { RoomView } from '@tele-balint/shared/view/view';
import { type ComponentType, type RefObject, useRef, useState } from 'react';
import type { Run } from '../../connection/use-command.ts';
import { LaterDialog } from '../../LaterDialog.tsx';
import { mySeat } from '../../state/places.ts';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { helpWords } from './help-words.ts';
import css from './ControlButton.module.css';
import prose from '../../ui/prose.module.css';

type Own = {
  readonly view: RoomView;
  readonly run: Run;
  /** A device that is wished for fails. */
  readonly fails: boolean;
};
export type MenuProps = Own & {
  /** What has become of the own call for help; `null` where none stands. */
  readonly called: string | null;
  /** Opened the menu, and has the focus again once it is closed. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** The item that has the focus first. */
  readonly begins: 'first' | 'last';
  readonly onClose: () => void;
};
type Props = Own & {
  /** Comes when it is asked for. */
  readonly Menu: ComponentType<MenuProps>;
};

/** The button among the own controls behind which stands what is seldom needed. */
export function More({ Menu, ...own }: Props) {
  const { view, fails } = own;
  const called = mySeat(view).help === 'none' ? null : helpWords(view);
  const [opened, setOpened] = useState<'first' | 'last' | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => setOpened(null);
  return (
    <div className={css.more}>
      <button
        ref={button}
        className={css.control}
        type="button"
        data-control="more"
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        onClick={() => setOpened(opened === null ? 'first' : null)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpened(event.key === 'ArrowUp' ? 'last' : 'first');
        }}
      >
        <Icon name={fails ? 'alert' : 'more'} />
        <span>
          {t('more.name')}
          {fails ? <span className={prose.visuallyHidden}>. {t('more.fails')}</span> : null}
        </span>
      </button>
      {opened === null ? null : (
        <LaterDialog onClose={close}>
          <Menu {...own} called={called} button={button} begins={opened} onClose={close} />
        </LaterDialog>
      )}
    </div>
  );
}

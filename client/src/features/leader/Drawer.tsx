import { useRef, useState } from 'react';
import type { RoomView } from '@tele-balint/shared/view/view';
import { t } from '../../text/leader-text.ts';
import { listed } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { DrawerParts } from './DrawerParts.tsx';
import { useEmptyChair } from './use-empty-chair.ts';
import { useFreshNotes } from './use-notes.ts';
import type { AheadEditor } from './lead.ts';
import { firstNameOf } from '../../state/places.ts';
import { callsOf, otherLeaders } from './leader-model.ts';
import { type Send, useCommand } from '../../connection/use-command.ts';
import prose from '../../ui/prose.module.css';
import css from './Drawer.module.css';

/** Where the drawer lies on the circle, as the style sheet has it: there it begins closed. */
const ON_THE_CIRCLE = '(max-width: 60rem) and (min-height: 15.01rem)';

type Props = {
  readonly view: RoomView;
  readonly send: Send;
  /** The server's clock now, in milliseconds. */
  readonly now: number;
  /** `null`: this browser does not know it, so it cannot make links. */
  readonly roomSecret: () => string | null;
  readonly Ahead: AheadEditor;
};

/** What only leaders see, in one order. It never opens, closes or scrolls by itself. */
export function Drawer({ view, send, now, roomSecret, Ahead }: Props) {
  const commands = useCommand(send);
  const [open, setOpen] = useState(() => !matchMedia(ON_THE_CIRCLE).matches);
  const [opened, setOpened] = useState(open);
  const ref = useRef<HTMLElement>(null);
  useKeys({ F3: () => ref.current?.focus() });
  const fresh = useFreshNotes().length;
  const chair = useEmptyChair(view, now);
  const { leader } = view;
  if (!leader) return null;
  const others = otherLeaders(view).map(({ seat }) => firstNameOf(view, seat));
  const calls = callsOf(leader) + (chair === null ? 0 : 1) + fresh;
  const turn = () => {
    setOpen(!open);
    setOpened(true);
  };
  return (
    <aside ref={ref} className={css.drawer} data-closed={!open} aria-label={t('leader.drawer')} tabIndex={-1}>
      <div className={css.head}>
        <h2>
          <Icon name="lock" small />
          {others.length > 0 ? t('leader.onlyYouAnd', { names: listed(others) }) : t('leader.onlyYou')}
        </h2>
        <Button
          size="small"
          look="bare"
          aria-expanded={open}
          aria-label={t(open ? 'leader.closeDrawer' : 'leader.openDrawer', { count: calls })}
          onClick={turn}
        >
          <Icon name={open ? 'next' : 'back'} small />
          {open || calls === 0 ? null : <span className={prose.num}>{calls}</span>}
        </Button>
      </div>
      {opened ? <DrawerParts {...{ view, leader, now, ...commands, roomSecret, Ahead, open }} /> : null}
    </aside>
  );
}

import { useRef, useState } from 'react';
import type { RoomView } from '@tele-balint/shared/view/view';
import { t } from '../../text/leader-text.ts';
import { listed, refusalText } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { AtTheDoor } from './AtTheDoor.tsx';
import { Course } from './Course.tsx';
import { EndSession } from './EndSession.tsx';
import { Hands } from './Hands.tsx';
import { LastPress } from './LastPress.tsx';
import { Leadership } from './Leadership.tsx';
import { Helps } from './Helps.tsx';
import { Quiet } from './Quiet.tsx';
import { Lines } from './Lines.tsx';
import { Links } from './Links.tsx';
import { Rings } from './Rings.tsx';
import { Roles } from './Roles.tsx';
import { Notes } from './Notes.tsx';
import { useEmptyChair } from './use-empty-chair.ts';
import { useFreshNotes } from './use-notes.ts';
import { Unconfirmed } from './Signals.tsx';
import { Voices } from './Voices.tsx';
import type { AheadEditor, Lead } from './lead.ts';
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
  const { run, runAll, refusal } = useCommand(send);
  const [open, setOpen] = useState(() => !matchMedia(ON_THE_CIRCLE).matches);
  const ref = useRef<HTMLElement>(null);
  useKeys({ F3: () => ref.current?.focus() });
  const fresh = useFreshNotes().length;
  const chair = useEmptyChair(view, now);
  const { leader } = view;
  if (!leader) return null;
  const lead: Lead = { view, leader, now, run };
  const others = otherLeaders(view).map(({ seat }) => firstNameOf(view, seat));
  const calls = callsOf(leader) + (chair === null ? 0 : 1) + fresh;
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
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'next' : 'back'} small />
          {open || calls === 0 ? null : <span className={prose.num}>{calls}</span>}
        </Button>
      </div>
      {open ? (
        <>
          {refusal ? (
            <Notice look="brick" icon="alert">
              <p>{refusalText(refusal)}</p>
            </Notice>
          ) : null}
          <LastPress {...lead} />
          <Unconfirmed {...lead} />
          <Helps {...lead} />
          <AtTheDoor {...lead} runAll={runAll} />
          <Hands {...lead} />
          <Notes {...lead} />
          <Lines {...lead} />
          <Rings {...lead} />
          <Voices {...lead} />
          <Roles {...lead} />
          <Leadership {...lead} />
          <Course {...lead} Ahead={Ahead} />
          <Quiet {...lead} />
          <Links {...lead} roomSecret={roomSecret} />
          <EndSession {...lead} />
        </>
      ) : null}
    </aside>
  );
}

import { memo } from 'react';
import { refusalText } from '../../text/text.ts';
import { Notice } from '../../ui/Notice.tsx';
import type { Commands } from '../../connection/use-command.ts';
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
import { Unconfirmed } from './Signals.tsx';
import { Voices } from './Voices.tsx';
import type { AheadEditor, Lead } from './lead.ts';
import css from './Drawer.module.css';

type Props = Lead &
  Commands & {
    readonly roomSecret: () => string | null;
    readonly Ahead: AheadEditor;
    readonly open: boolean;
  };

function Parts({ runAll, refusal, roomSecret, Ahead, open, ...lead }: Props) {
  return (
    <div className={css.parts} hidden={!open}>
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
    </div>
  );
}

/**
 * What the drawer holds. It stays, hidden, where the drawer is closed: neither a course that is being changed nor a link
 * that is shown once is lost. It is not drawn again until it is opened.
 */
export const DrawerParts = memo(Parts, (before, after) => !before.open && !after.open);

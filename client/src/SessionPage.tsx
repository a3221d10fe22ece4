import type { View } from '@tele-balint/shared/view/view';
import { useEffect, useState } from 'react';
import { closeUnlessChosen } from './devices/chosen-devices.ts';
import { DoorNotices } from './features/course/DoorNotices.tsx';
import { Away } from './features/farewell/Away.tsx';
import { Farewell } from './features/farewell/Farewell.tsx';
import { Problem } from './features/farewell/Problem.tsx';
import { DoorWait } from './features/lobby/DoorWait.tsx';
import { CannotSeal } from './features/lobby/CannotSeal.tsx';
import { Lobby } from './features/lobby/Lobby.tsx';
import { Connecting } from './Connecting.tsx';
import { useHeldForLeading } from './leading.ts';
import { LiveRegions } from './LiveRegions.tsx';
import { setLoud, startAudio } from './media/media.ts';
import { useCanSeal } from './media/use-can-seal.ts';
import { useMediaOf } from './media/use-media.ts';
import { OtherWindow } from './OtherWindow.tsx';
import { RoomPage } from './RoomPage.tsx';
import type { Link } from './links/address.ts';
import { forgetWhenOver } from './links/forgetting.ts';
import { type Need, needOf } from './links/held-secret.ts';
import { pageOf, problemIn } from './state/page-of.ts';
import { keptReceipt } from './links/receipt.ts';
import type { Kept } from './links/seat-token.ts';
import { useLine, useSecondWindow } from './connection/use-line.ts';
import { useSeatToken } from './links/use-seat-token.ts';
import { useSession } from './state/use-session.ts';
import { usePageFocus } from './ui/use-page-focus.ts';

const quiet = () => setLoud(false);

type Props = {
  readonly link: Link;
  readonly kept: Kept;
  /** Its owner has said already that they sit here, and not in another window. */
  readonly sits: boolean;
  /** What a leader needs is on its way: their room is shown whole. */
  readonly held: boolean;
  readonly seals: ReturnType<typeof useCanSeal>;
  readonly onLost: () => void;
};

/** What this page needs the bytes of the room secret for. */
const needIn = (view: View): Need => {
  if (view.kind === 'over') return 'drop';
  return view.kind === 'room' ? needOf(view.leader !== null, null) : needOf(false, view.opensAt);
};

/** This window at its place, at the door, or after the end. */
function Seated({ link, kept, sits, held, seals, onLost }: Props) {
  const { token, open } = kept;
  const line = useLine(link.sessionId, token, sits);
  const { view, link: state, sat } = useSession((known) => known);
  useMediaOf(link, token, line?.envelopes ?? null);
  useSecondWindow(link.sessionId, quiet);
  useEffect(() => forgetWhenOver(link, kept), [link, kept]);
  const need = view === null ? 'hold' : needIn(view);
  useEffect(() => link.roomSecret.settle(need), [link, need]);
  const problem = problemIn({ link: state });
  if (problem !== null)
    return (
      <Problem
        refusal={problem}
        open={open}
        onAskAgain={onLost}
        {...(problem === 'unauthorised' && { onTryAgain: onLost })}
      />
    );
  // A worker that did not start this once is tried again, in the room, and the room says so.
  if (seals === 'browser' || seals === 'never-sealed') return <CannotSeal why={seals} />;
  if (line === null || seals === 'asking') return <Connecting link={state} />;
  // The other window gives way and falls silent: the press is this one's own for the sound, too.
  const sitHere = () => {
    startAudio();
    void line.sitHere();
  };
  if (state === 'elsewhere') return <OtherWindow onSitHere={sitHere} />;
  switch (view?.kind) {
    case undefined:
      return <Connecting link={state} />;
    case 'over':
      return (
        <Farewell
          sessionId={link.sessionId}
          view={view}
          sat={sat}
          open={open}
          ways={{ sitHere, comeBack: line.comeBack, askAgain: onLost }}
        />
      );
    case 'door':
      return (
        <>
          <DoorWait view={view} link={link} onGoAway={() => void line.send({ type: 'goAway' })} />
          <DoorNotices onTry={line.tryNow} />
        </>
      );
    case 'room':
      if (held) return <Connecting link={state} />;
      return <RoomPage view={view} line={line} roomSecret={link.roomSecret.read} />;
  }
}

/** What a link opens: the lobby, or the place that this browser holds already. */
function Entered({ link }: { readonly link: Link }) {
  const { kept, elsewhere, findPlace, keep, lose } = useSeatToken(link);
  const [back, setBack] = useState(link.opened);
  const [sitsAt, setSitsAt] = useState<string | null>(null);
  const seated = useSession(pageOf);
  const away = kept?.left === true && !back;
  const lobby = elsewhere === null ? 'lobby' : 'elsewhere';
  const page = kept === null ? lobby : away ? 'over' : seated;
  const held = useHeldForLeading(page === 'room');
  const sealed = useSession(({ view }) => (view === null || view.kind === 'over' ? null : view.sealed));
  const seals = useCanSeal(link.sessionId, sealed);
  const waits = kept === undefined || page === 'connecting' || held || (kept !== null && seals === 'asking');
  usePageFocus(waits ? null : page);
  if (kept === undefined) return null;
  if (kept === null && elsewhere !== null) {
    // As in `Seated`. No line stands yet: one that found the place free would take it from the window that has just asked.
    const sitHere = () => {
      startAudio();
      closeUnlessChosen();
      setSitsAt(elsewhere.token);
      void findPlace();
    };
    return <OtherWindow onSitHere={sitHere} />;
  }
  if (kept === null) return <Lobby link={link} findPlace={findPlace} onEntered={keep} />;
  if (away) return <Away receipt={keptReceipt(link.sessionId)} onComeBack={() => setBack(true)} />;
  return (
    <Seated
      link={link}
      kept={kept}
      sits={sitsAt === kept.token}
      held={held}
      seals={seals}
      onLost={() => lose(kept)}
    />
  );
}

/** All pages of a link, and what is spoken on any of them. */
export function SessionPage({ link }: { readonly link: Link }) {
  return (
    <>
      <Entered link={link} />
      <LiveRegions />
    </>
  );
}

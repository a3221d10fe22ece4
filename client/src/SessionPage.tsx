import { Farewell } from './features/farewell/Farewell.tsx';
import { Problem } from './features/farewell/Problem.tsx';
import { DoorWait } from './features/lobby/DoorWait.tsx';
import { Lobby } from './features/lobby/Lobby.tsx';
import { LiveRegions } from './LiveRegions.tsx';
import { setLoud } from './media/media.ts';
import { useMediaOf } from './media/use-media.ts';
import { OtherWindow } from './OtherWindow.tsx';
import { RoomPage } from './RoomPage.tsx';
import type { Link } from './session/address.ts';
import type { LinkState } from './session/store.ts';
import { useLine, useSecondWindow } from './session/use-line.ts';
import { useForgetting, useSeatToken } from './session/use-seat-token.ts';
import { useSession } from './session/use-session.ts';
import { t } from './text/text.ts';
import { MessagePage } from './ui/MessagePage.tsx';

const quiet = () => setLoud(false);

const PROBLEMS = ['over', 'removed', 'not-today', 'revoked-link', 'reload'] as const;
type Problematic = (typeof PROBLEMS)[number];
const isProblem = (link: LinkState): link is Problematic => PROBLEMS.some((one) => one === link);

type Props = { readonly link: Link; readonly token: string; readonly onLost: () => void };

/** This window at its place, at the door, or after the end. */
function Seated({ link, token, onLost }: Props) {
  const line = useLine(link.sessionId, token);
  const view = useSession((state) => state.view);
  const state = useSession(({ link: now }) => now);
  useMediaOf(link.sessionId, token);
  useSecondWindow(link.sessionId, quiet);
  useForgetting(link);
  if (line !== null && state === 'elsewhere') return <OtherWindow onSitHere={() => void line.sitHere()} />;
  if (isProblem(state)) return <Problem refusal={state} />;
  if (state === 'unauthorised') return <Problem refusal={state} onTryAgain={onLost} />;

  if (line === null || view === null) {
    return <MessagePage bar={t('app.name')} title={t('entry.connecting')} text="" />;
  }
  if (view.kind === 'over') return <Farewell view={view} onSitHere={() => void line.sitHere()} />;
  if (view.kind === 'door')
    return <DoorWait view={view} onGoAway={() => void line.send({ type: 'goAway' })} />;
  return <RoomPage view={view} line={line} roomSecret={link.roomSecret || null} />;
}

/** What a link opens: the lobby, or the place that this browser holds already. */
function Entered({ link }: { readonly link: Link }) {
  const [token, keep] = useSeatToken(link);
  if (token === undefined) return null;
  if (token === null) return <Lobby sessionId={link.sessionId} secret={link.invitation} onEntered={keep} />;
  return <Seated link={link} token={token} onLost={() => keep(null)} />;
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

import type { RoomView } from '@tele-balint/shared/view/view';
import { lazy, type ReactNode } from 'react';
import { Circle } from './features/circle/Circle.tsx';
import { useRing } from './features/circle/use-ring.ts';
import { Notices } from './features/course/Notices.tsx';
import { StayClock } from './features/course/StayClock.tsx';
import { TopBar } from './features/course/TopBar.tsx';
import { useCourseKeys } from './features/course/use-course-keys.ts';
import { useSpoken } from './features/course/use-spoken.ts';
import { SealNotices } from './features/sealing/SealNotices.tsx';
import { Controls } from './features/voice/Controls.tsx';
import { OwnHelp } from './features/voice/Help.tsx';
import { useLeading } from './leading.ts';
import { LeadingFailed } from './LeadingFailed.tsx';
import { Sound } from './media/Sound.tsx';
import type { Line } from './connection/socket.ts';
import { hasEnded } from './state/staying.ts';
import { nameOfPhase } from './state/steps.ts';
import { useCommand } from './connection/use-command.ts';
import { useServerNow } from './state/use-session.ts';
import css from './RoomPage.module.css';
import { t } from './text/text.ts';
import { useKeptFocus } from './ui/use-kept-focus.ts';

// Rarely needed, so fetched when they are.
const EarsList = lazy(() =>
  import('./features/sealing/EarsList.tsx').then((part) => ({ default: part.EarsList })),
);
const OwnMenu = lazy(() => import('./OwnMenu.tsx').then((part) => ({ default: part.OwnMenu })));

type ClockedProps = { readonly view: RoomView; readonly children: (now: number) => ReactNode };

/** Draws again with every half second of the step, so that only what shows digits does. */
function Clocked({ view, children }: ClockedProps) {
  return children(useServerNow(500, view.course.clock?.since));
}

type Props = { readonly view: RoomView; readonly line: Line; readonly roomSecret: () => string | null };

/** The room: bar, circle, own controls, and the leaders' drawer. */
export function RoomPage({ view, line, roomSecret }: Props) {
  const { send } = line;
  const { run, refusal } = useCommand(send);
  const leads = view.leader !== null;
  const leading = useLeading();
  const parts = leads ? leading.parts : null;
  const ring = useRing(view);
  const area = useKeptFocus<HTMLDivElement>();
  useSpoken(view);
  useCourseKeys(view);
  return (
    <div ref={area} className={css.room} data-leads={leads ? '' : undefined}>
      <title>{`${nameOfPhase(view)} · ${view.session.group || t('app.name')}`}</title>
      <TopBar view={view} EarsList={EarsList} />
      {parts === null ? null : (
        <Clocked view={view}>{(now) => <parts.LeaderBar view={view} run={run} now={now} />}</Clocked>
      )}
      <Circle view={view} ring={ring} />
      <Notices
        ref={ring.notices}
        style={ring.noticesStyle}
        view={view}
        run={run}
        refusal={refusal}
        onTry={line.tryNow}
      >
        <SealNotices />
        {parts === null ? null : (
          <Clocked view={view}>{(now) => <parts.Calls view={view} run={run} now={now} />}</Clocked>
        )}
        <OwnHelp view={view} run={run} />
        {leads && leading.state === 'failed' ? <LeadingFailed /> : null}
      </Notices>
      <Controls view={view} run={run} Menu={OwnMenu} LeaveAsLeader={parts?.LeaveAsLeader} />
      {parts === null ? null : (
        <>
          <Clocked view={view}>
            {(now) => <parts.LeadersDrawer view={view} send={send} now={now} roomSecret={roomSecret} />}
          </Clocked>
          <parts.LeadersClock view={view} />
        </>
      )}
      {hasEnded(view) ? <StayClock view={view} /> : null}
      <Sound />
    </div>
  );
}

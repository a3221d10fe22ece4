// Every page of ours without a server: pages.html#name. Not part of what is built.

import { createRoot } from 'react-dom/client';
import type { OverView } from '@tele-balint/shared/view/view';
import type { Instant, LineId, SeatId } from '@tele-balint/shared/vocabulary';
import { Farewell } from '../src/features/farewell/Farewell.tsx';
import { Problem } from '../src/features/farewell/Problem.tsx';
import { LeadersDrawer } from '../src/LeadersDrawer.tsx';
import { LeaderBar } from '../src/features/leader/LeaderBar.tsx';
import { EndQuestion } from '../src/features/leader/EndQuestion.tsx';
import { LeaveAsLeader } from '../src/features/leader/LeaveAsLeader.tsx';
import { Notices } from '../src/features/course/Notices.tsx';
import { DoorWait } from '../src/features/lobby/DoorWait.tsx';
import { Early } from '../src/features/lobby/Early.tsx';
import { Lobby } from '../src/features/lobby/Lobby.tsx';
import { openedRoom } from '../src/features/start/kept-rooms.ts';
import { Made } from '../src/features/start/Made.tsx';
import room from '../src/RoomPage.module.css';
import top from '../src/features/course/TopBar.module.css';
import controls from '../src/features/voice/Controls.module.css';
import bar from '../src/ui/PageBar.module.css';
import circle from '../src/features/circle/Circle.module.css';
import { Start } from '../src/features/start/Start.tsx';
import { Refused } from '../src/features/editor/Refused.tsx';
import { Editor } from '../src/features/editor/Editor.tsx';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { EMPTY_DRAFT, planOf } from '../src/features/start/start-model.ts';
import { freshId, freshSecret } from '../src/links/links.ts';
import '../src/ui/styles.css';
import { NOW, call, discussion } from './leader-view.ts';

const nothing = () => undefined;
const send = () => Promise.resolve({ ok: false, refusal: 'stale-turn' } as const);
const run = () => Promise.resolve(false);
const THANKS: OverView['farewell'] = {
  leaders: ['Ruth Adler', 'Tomás Vidal'],
  line: 'Go gently. What we heard tonight may keep working for a while.',
};
const over = (
  reason: OverView['reason'],
  sat = true,
  {
    farewell = null,
    forgotten = reason === 'over',
    receipt = null,
  }: { farewell?: OverView['farewell']; forgotten?: boolean; receipt?: string | null } = {},
) => (
  <Farewell
    sessionId={'x'.repeat(24)}
    view={{
      kind: 'over',
      version: 1,
      now: NOW as Instant,
      reason,
      group: 'Thursday group',
      forgottenAt: forgotten ? ((NOW + 900_000) as Instant) : null,
      farewell,
      receipt,
    }}
    sat={sat}
    open={false}
    ways={{ sitHere: nothing, comeBack: nothing, askAgain: nothing }}
  />
);
const leading = (view: typeof discussion) => (
  <div className={room.room} data-leads="">
    <header className={`${bar.bar} ${top.bar}`}>
      <div className={bar.mark}>
        <h1>Thursday group</h1>
      </div>
    </header>
    <LeaderBar view={view} run={run} now={NOW} />
    <main className={circle.stage} />
    <LeadersDrawer view={view} send={send} now={NOW} roomSecret={freshSecret} />
    <section className={controls.place} />
  </div>
);
const draft = {
  ...EMPTY_DRAFT,
  leader: 'Ruth Adler',
  coLeader: 'Tomás Vidal',
  group: 'Thursday group',
  members: 'Samir Haddad\nYork: Claire Dubois, Kofi Mensah, Elena Petrova\nMei Lin\n',
  when: { onADay: true, day: '2030-03-14', time: '18:30', otherZone: 'Europe/London' },
};

const SOON = (NOW + 3 * 86_400_000) as Instant;
const link = {
  ...{ opened: true, sessionId: 'x'.repeat(24), invitation: freshSecret(), roomKey: {} as CryptoKey },
  roomSecret: { read: freshSecret, settle: nothing },
};

const PAGES: Record<string, () => React.ReactNode> = {
  start: () => <Start Editor={Editor} Refused={Refused} />,
  editor: () => (
    <Editor
      course={{ name: 'Our Thursday', protocol: protocolOf('two120', true) }}
      beginsAt={NOW}
      onUse={nothing}
      onBack={nothing}
    />
  ),
  made: () => (
    <Made
      room={openedRoom(draft, planOf(draft, { id: freshId, secret: freshSecret }))}
      origin={location.origin}
      onCopied={nothing}
      onAnother={nothing}
    />
  ),
  early: () => (
    <Early
      look={{
        ...{
          group: 'Thursday group',
          leaders: ['Ruth Adler', 'Tomás Vidal'],
          kind: 'personal',
          role: 'member',
        },
        ...{ name: 'Mei Lin', door: 'open', led: false, taken: false, startsAt: SOON, endsAt: SOON },
        opensAt: (SOON - 15 * 60_000) as Instant,
        sealed: false,
      }}
      startsAt={SOON}
      ahead={0}
      calendar={<></>}
      devices={null}
      onDoor={nothing}
    />
  ),
  lobby: () => <Lobby link={link} findPlace={async () => false} onEntered={nothing} />,
  door: () => (
    <DoorWait
      view={{
        kind: 'door',
        version: 1,
        now: NOW as Instant,
        line: 'l' as LineId,
        group: 'Thursday group',
        door: 'open',
        names: ['Anneke de Vries'],
        site: '',
        reason: 'by-name',
        startsAt: null,
        endsAt: null,
        opensAt: null,
        sealed: false,
      }}
      link={link}
      onGoAway={nothing}
    />
  ),
  lead: () => leading(discussion),
  call: () => leading(call),
  leads: () =>
    leading({
      ...discussion,
      leader: discussion.leader && {
        ...discussion.leader,
        backup: { seat: 'Mei Lin' as SeatId, agreed: false },
        handing: { by: 'Tomás Vidal' as SeatId, seat: 'Priya Nair' as SeatId },
        closed: ['Samir Haddad' as SeatId],
        last: { by: 'Tomás Vidal' as SeatId, what: 'hold', at: NOW as Instant },
        waiting: [],
        unenforced: [],
      },
    }),
  lastLeaves: () => (
    <LeaveAsLeader
      view={{ ...discussion, places: discussion.places.filter(({ role }) => role !== 'coLeader') }}
      run={run}
      onStay={nothing}
    />
  ),
  asked: () => (
    <Notices
      view={{
        ...discussion,
        session: { ...discussion.session, leaderless: true },
        leader: null,
        you: {
          ...discussion.you,
          askedToOpen: NOW as Instant,
          seats: [
            {
              ...discussion.you.seats[0],
              standsIn: 'asked',
              handedBy: 'Ruth Adler' as SeatId,
              can: ['takeLead', 'stepUp'],
            },
          ],
        },
      }}
      run={run}
      refusal={null}
      onTry={nothing}
    />
  ),
  ended: () => over('over', true, { farewell: THANKS }),
  goodbye: () => over('left', true, { farewell: THANKS }),
  debriefDone: () => over('over', true, { farewell: { ...THANKS, line: null }, forgotten: false }),
  waits: () => over('over', true, { farewell: THANKS, receipt: 'receipt' }),
  waitsLonger: () => over('left', true, { farewell: THANKS, receipt: 'receipt' }),
  neverBegun: () => over('over'),
  removed: () => over('removed'),
  late: () => <Problem refusal="over" />,
  endQuestion: () => (
    <EndQuestion
      run={run}
      leader={discussion.leader as NonNullable<typeof discussion.leader>}
      onClose={nothing}
    />
  ),
  elsewhere: () => over('moved'),
  left: () => over('left'),
  away: () => over('left', false),
  problem: () => <Problem refusal="unknown-link" />,
};

const root = document.getElementById('page');
const shown = PAGES[location.hash.slice(1)];
if (root && shown) createRoot(root).render(shown());

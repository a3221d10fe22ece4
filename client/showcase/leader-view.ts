// A session as a leader sees it, for looking at the pages without a server.

import type { RoomView } from '@tele-balint/shared/view/view';
import type { InvitationId, Instant, LineId, SeatId, SessionId } from '@tele-balint/shared/vocabulary';
import { COMMANDS, type PersonalCommandName } from '@tele-balint/shared/decisions/commands';
import { stepViews } from '@tele-balint/shared/view/view-steps';
import { PRESETS } from '@tele-balint/shared/protocol/presets';
import { USUAL_EVENING } from '@tele-balint/shared/protocol/steps';
import { place } from '../src/testing/place.ts';

export const NOW = 1_900_000_000_000;
const at = (secondsAgo: number) => (NOW - secondsAgo * 1_000) as Instant;

export const discussion: RoomView = {
  kind: 'room',
  version: 9,
  now: NOW as Instant,
  session: {
    id: 'x'.repeat(24) as SessionId,
    group: 'Thursday group',
    endsAt: null,
    leaderless: false,
    stay: null,
    leaving: null,
    begun: true,
    until: at(2_230 - 3_600),
  },
  door: 'closed',
  course: {
    turn: 5,
    index: 5,
    kind: 'discussion',
    steps: stepViews(PRESETS.online60),
    memberVoice: 'open',
    paused: false,
    gently: false,
    apart: false,
    clock: { since: at(761), endsAt: at(761 - 29 * 60), held: null },
  },
  presenter: 'Claire Dubois' as SeatId,
  sealed: false,
  places: [
    place('Ruth Adler', { role: 'leader' }),
    place('Samir Haddad', { hand: 1 }),
    place('Claire Dubois', { presenter: true, sits: 'back' }),
    place('Mei Lin'),
    place('Priya Nair', { floor: true }),
    place('Tomás Vidal', { role: 'coLeader' }),
    place('Kofi Mensah', { presence: 'away' }),
    place('Elena Petrova', { hand: 2 }),
    place('Noor Said', { role: 'observer', sits: 'row' }),
  ],
  ears: [],
  notices: [],
  allHere: false,
  you: {
    line: 'Ruth Adler-line' as LineId,
    seats: [
      {
        seat: 'Ruth Adler' as SeatId,
        role: 'leader',
        leads: true,
        standsIn: null,
        handedBy: null,
        comeIn: null,
        offered: false,
        out: false,
        help: 'none',
        can: Object.keys(COMMANDS) as PersonalCommandName[],
      },
    ],
    may: { microphone: true, camera: true },
    why: null,
    askedToOpen: null,
    media: null,
    beside: [],
    confirmed: true,
  },
  leader: {
    beside: [],
    waiting: [
      {
        line: 'w1' as LineId,
        people: [{ name: 'Anneke de Vries', profession: 'General practice', notLeader: false }],
        site: '',
        lacks: 0,
        since: at(75),
        present: true,
        nextPhase: false,
        forSeat: null,
        mayBe: [],
        givesWay: false,
      },
    ],
    invitations: [
      {
        invitation: 'i1' as InvitationId,
        kind: 'leader',
        role: 'leader',
        name: 'Ruth Adler',
        state: 'used',
        seat: null,
      },
      {
        invitation: 'i2' as InvitationId,
        kind: 'open',
        role: 'member',
        name: null,
        state: 'used',
        seat: null,
      },
      {
        invitation: 'i3' as InvitationId,
        kind: 'personal',
        role: 'member',
        name: 'Mei Lin',
        state: 'fresh',
        seat: null,
      },
    ],
    hands: ['Samir Haddad' as SeatId, 'Elena Petrova' as SeatId],
    ask: { seat: 'Claire Dubois' as SeatId, since: at(20), seen: false },
    away: [{ seat: 'Kofi Mensah' as SeatId, since: at(35) }],
    unenforced: [{ seat: 'Claire Dubois' as SeatId, since: at(1), mayBeHeard: true, mayBeSeen: false }],
    rests: false,
    plan: { edition: 0, over: {}, evening: USUAL_EVENING, edited: null },
    moved: { by: 'Tomás Vidal' as SeatId, at: at(761) },
    undo: null,
    chair: null,
    missed: null,
    offers: [],
    strangers: 0,
    disguised: [],
    session: {
      startsAt: null,
      begunAt: at(2_230),
      endsAt: at(2_230 - 3_600),
      needs: 10,
      stay: { minutes: 10, debrief: true },
    },
    rings: { out: ['Samir Haddad' as SeatId, 'Mei Lin' as SeatId], in: ['Noor Said' as SeatId] },
    helps: [{ seat: 'Mei Lin' as SeatId, since: at(70), seen: false }],
    tellsQuiet: true,
    backup: null,
    handing: null,
    closed: [],
    last: null,
    voices: { member: 'open', outer: 'none' },
  },
};
export const call: RoomView = {
  ...discussion,
  presenter: null,
  door: 'open',
  course: { ...discussion.course, index: 1, kind: 'call', clock: null },
  leader: discussion.leader && {
    ...discussion.leader,
    ask: null,
    unenforced: [],
    waiting: [],
    hands: [],
    away: [],
  },
};

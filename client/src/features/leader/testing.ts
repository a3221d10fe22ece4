// A presentation as a leader sees it.

import { PRESETS } from '@tele-balint/shared/protocol/presets';
import { USUAL_EVENING } from '@tele-balint/shared/protocol/steps';
import type { LeaderView } from '@tele-balint/shared/view/leader';
import type { RoomView } from '@tele-balint/shared/view/view';
import { stepViews } from '@tele-balint/shared/view/view-steps';
import type { Instant, SeatId } from '@tele-balint/shared/vocabulary';
import { place } from '../../testing/place.ts';
import { youAs } from '../../testing/you.ts';

export const leader: LeaderView = {
  waiting: [],
  beside: [],
  invitations: [],
  hands: ['Mei' as SeatId],
  ask: null,
  away: [],
  unenforced: [],
  rests: false,
  moved: null,
  plan: { edition: 0, over: {}, evening: USUAL_EVENING, edited: null },
  undo: null,
  chair: null,
  missed: null,
  offers: [],
  helps: [],
  tellsQuiet: true,
  rings: { out: [], in: [] },
  strangers: 0,
  disguised: [],
  session: {
    startsAt: null,
    begunAt: 0 as Instant,
    endsAt: 3_600_000 as Instant,
    needs: 38,
    stay: { minutes: 10, debrief: true },
  },
  backup: null,
  handing: null,
  closed: [],
  last: null,
  voices: { member: 'floor', outer: 'none' },
};
export const view: RoomView = {
  kind: 'room',
  version: 1,
  now: 0 as Instant,
  session: {
    id: 's' as never,
    group: '',
    endsAt: null,
    leaderless: false,
    stay: null,
    leaving: null,
    begun: true,
    until: 3_600_000 as Instant,
  },
  door: 'open',
  course: {
    turn: 1,
    index: 2,
    kind: 'presentation',
    steps: stepViews(PRESETS.case45),
    memberVoice: 'floor',
    paused: false,
    gently: false,
    apart: false,
    clock: { since: 1_000 as Instant, endsAt: 301_000 as Instant, held: null },
  },
  presenter: 'Claire' as SeatId,
  places: [
    place('Ruth', { role: 'leader' }),
    place('Tomás', { role: 'coLeader' }),
    place('Claire', { presenter: true }),
    place('Mei', { hand: 1 }),
    place('Jonas', { presence: 'left' }),
  ],
  ears: [],
  notices: [],
  allHere: false,
  sealed: false,
  you: youAs({ seat: 'Ruth', role: 'leader', leads: true, can: ['giveFloor', 'remove'] }),
  leader,
};

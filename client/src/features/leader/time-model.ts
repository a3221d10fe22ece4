// Exact time, for leaders only. At the end of a step nothing happens: the clock goes on as "+1:20".

import type { LeaderView, RoomView } from '@tele-balint/shared/view';
import { MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import { clockText } from '../../state/clock-text.ts';

export type Time = {
  readonly passed: string;
  readonly whole: string;
  /** "+1:20" when the time is over. */
  readonly over: string | null;
  /** 0 to 100. */
  readonly share: number;
};

const timeOf = (start: number, end: number, at: number): Time => ({
  passed: clockText(at - start),
  whole: clockText(end - start),
  over: at > end + SECOND ? `+${clockText(at - end)}` : null,
  share: Math.round(Math.min(100, Math.max(0, (100 * (at - start)) / Math.max(1, end - start)))),
});

/** The running step's time; `null` where it has none. */
export const stepTime = ({ course: { clock } }: RoomView, now: number): Time | null =>
  clock ? timeOf(clock.since, clock.endsAt, clock.held ?? now) : null;

/** The session's time; `null` before the first timed step. */
export const sessionTime = (view: RoomView, leader: LeaderView, now: number): Time | null =>
  leader.session
    ? timeOf(leader.session.startedAt, leader.session.endsAt, view.course.clock?.held ?? now)
    : null;

/** Whole minutes since an instant. */
export const minutesSince = (since: number, now: number): number =>
  Math.max(0, Math.floor((now - since) / MINUTE));

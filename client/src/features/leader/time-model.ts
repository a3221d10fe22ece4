// Exact time, for leaders only. At the end of a step nothing happens: the clock goes on as "+1:20". The evening has a
// time of day for its end.

import type { LeaderView } from '@tele-balint/shared/view/leader';
import type { RoomView } from '@tele-balint/shared/view/view';
import { DOOR_BEFORE } from '@tele-balint/shared/session/evening';
import { MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import { clockText } from '../../state/clock-text.ts';
import { shortDayAndTime } from '../../state/time-of-day.ts';

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

export type EveningTime =
  /** Not begun: when it is to begin; or for how many minutes the course goes from Begin on, 0 where no step has a time. */
  | { readonly kind: 'planned'; readonly begins: string }
  | { readonly kind: 'free'; readonly minutes: number }
  /** Whole minutes that are left by the clock on the wall, negative once it has passed, and that the plan needs. */
  | { readonly kind: 'runs'; readonly endsAt: number; readonly left: number; readonly needs: number };

/** Whether the date is so far ahead that whoever presses Begin has hardly meant it. */
export const isEarly = ({ session: { startsAt } }: LeaderView, now: number): boolean =>
  startsAt !== null && now < startsAt - DOOR_BEFORE;

const wholeMinute = (at: number): number => Math.floor(at / MINUTE);

/** The evening as it stands: a held step needs no less for that. */
export const eveningOf = (view: RoomView, { session }: LeaderView, now: number): EveningTime => {
  const { startsAt, begunAt, endsAt, needs } = session;
  if (begunAt === null && startsAt !== null) return { kind: 'planned', begins: shortDayAndTime(startsAt) };
  if (begunAt === null || endsAt === null) return { kind: 'free', minutes: needs };
  const { clock } = view.course;
  const stepLeft = clock === null ? 0 : Math.max(0, clock.endsAt - (clock.held ?? now));
  return {
    kind: 'runs',
    endsAt,
    left: wholeMinute(endsAt) - wholeMinute(now),
    needs: needs + Math.ceil(stepLeft / MINUTE),
  };
};

/** Whole minutes since an instant. */
export const minutesSince = (since: number, now: number): number =>
  Math.max(0, Math.floor((now - since) / MINUTE));

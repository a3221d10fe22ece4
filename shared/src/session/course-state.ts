// Where the course stands, and what a move of it can be taken back to.

import type { Instant, SeatId, StepId, VoicedPart } from '../vocabulary.ts';

export type Course = {
  readonly turn: number;
  readonly step: StepId;
  readonly since: Instant;
  readonly endsAt: Instant | null;
  /** Hold stops the step's clock, neither the rights nor the evening. */
  readonly heldSince: Instant | null;
  /** When the course last moved; unlike `since` no hold shifts it. `null` until it has. */
  readonly movedAt: Instant | null;
  /** Milliseconds that a step had left when it was gone from; Back resumes them. */
  readonly left: Readonly<Record<StepId, number>>;
  /** Case number -> presenter. */
  readonly presenters: Readonly<Record<number, SeatId>>;
  /** Cases that have begun, at whichever of their steps. */
  readonly begun: readonly number[];
  readonly voices: Readonly<Partial<Record<VoicedPart, 'open' | 'none'>>>;
  readonly floor: readonly SeatId[];
  readonly hands: readonly SeatId[];
  /** Whose line leaders have closed for the running step. */
  readonly closed: readonly SeatId[];
  /** Whom leaders have asked to open their microphone in the running step. */
  readonly prompted: readonly { readonly seat: SeatId; readonly at: Instant }[];
  readonly ask: { readonly since: Instant; readonly seen: boolean } | null;
  /** Who pressed the latest move; `null` where nobody has, or an earlier program did not say. */
  readonly movedBy: SeatId | null;
  /** What stood before the latest move, as long as no command of the course came after it. */
  readonly undo: Before | null;
  /** Since when the presenter has stopped the case. */
  readonly stopped: Instant | null;
  /** The latest move closed a case gently. */
  readonly gently: boolean;
  /** Who has said "I have a case", in this order. */
  readonly offers: readonly SeatId[];
  /** The presenter who sits apart from the microphone of their site: leaders have confirmed it. */
  readonly apart: SeatId | null;
  /** How long the presenter was away who came back last, in milliseconds. */
  readonly missed: { readonly seat: SeatId; readonly ms: number } | null;
};

/** What a move changes, as it was before: all of the course but its turn and what comes and goes with lines. */
export type Before = {
  readonly course: Omit<Course, 'turn' | 'undo' | 'missed'>;
  /** Only the evening of an earlier program changes with a move. */
  readonly evening: Evening | null;
};

/** The evening from Begin on. */
export type Evening = {
  readonly begunAt: Instant;
  /** A time of day that leaders may move; `null` where no step has a time. */
  readonly endsAt: Instant | null;
  /** Begun by an earlier program: its end counts from the first timed step, and moves with holds and longer steps. */
  readonly floats: boolean;
};

/** What is given, taken and asked in a step, and ends with it. */
export const BARE_STEP = {
  ...{ voices: {}, floor: [], hands: [], closed: [], prompted: [] },
  ask: null,
} satisfies Partial<Course>;

const never = 0 as Instant;

/** Before the first step. */
export const emptyCourse: Course = {
  turn: 0,
  step: '' as StepId,
  since: never,
  endsAt: null,
  heldSince: null,
  movedAt: null,
  left: {},
  presenters: {},
  begun: [],
  ...BARE_STEP,
  movedBy: null,
  undo: null,
  stopped: null,
  gently: false,
  offers: [],
  apart: null,
  missed: null,
};

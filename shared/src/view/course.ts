// The course as a page reads it.

import type { PhaseKind, PhaseRow } from '../protocol/phases.ts';
import type { Instant, StepId } from '../vocabulary.ts';

/** A step of the course, with its row as it holds: pages read the row, and the kind for words and icons alone. */
export type StepView = {
  readonly id: StepId;
  readonly kind: PhaseKind;
  readonly minutes: number | null;
  readonly title: string | null;
  /** Counted from 0; `null` between the cases. */
  readonly case: number | null;
  readonly row: Pick<PhaseRow, 'voice' | 'presenterSeat' | 'needsPresenter'>;
};

/** The running step's time. `held` = since when it stands still. */
export type ClockView = {
  readonly since: Instant;
  readonly endsAt: Instant;
  readonly held: Instant | null;
};

export type CourseView = {
  readonly turn: number;
  readonly index: number;
  readonly kind: PhaseKind;
  readonly steps: readonly StepView[];
  /** The step's voice for ordinary members: `floor` means that a hand asks for the floor. */
  readonly memberVoice: 'open' | 'floor' | 'none';
  /** The presenter has stopped the case; members read of a short pause. */
  readonly paused: boolean;
  /** The latest move closed a case gently. */
  readonly gently: boolean;
  /** Who presents sits apart from the microphone of their site, so that the others there may speak while they sit back. */
  readonly apart: boolean;
  /** Members get the clock only where the step has a soft one; leaders always when timed. */
  readonly clock: ClockView | null;
};

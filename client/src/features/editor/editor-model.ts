// The table of the editor as it follows from a course: rows with their clock, what needs a look, and what it comes to.

import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { planOf } from '@tele-balint/shared/protocol/cases';
import { faultsOf, type Fault } from '@tele-balint/shared/protocol/faults';
import { usualMinutes } from '@tele-balint/shared/protocol/kinds';
import { minutesOf, protectsStory } from '@tele-balint/shared/protocol/presets';
import { rowOf, type PhaseKind, type Step } from '@tele-balint/shared/protocol/steps';
import type { StepId, Voice } from '@tele-balint/shared/vocabulary';
import { markOf, type StripMark } from '../../state/strip.ts';
import type { PresenterSaid } from './edits.ts';

export type EditorRow = {
  readonly id: StepId;
  readonly kind: PhaseKind;
  readonly title: string | null;
  readonly mark: StripMark;
  /** Minutes from the beginning of the evening. */
  readonly from: number;
  /** `null` = as it takes. */
  readonly minutes: number | null;
  /** `null` = nobody presents in it. */
  readonly presenter: PresenterSaid | null;
  readonly member: Voice;
  readonly outer: Voice;
  /** Of the presenter. */
  readonly camera: 'open' | 'none';
  readonly memberClock: 'none' | 'soft';
  readonly faults: readonly Fault[];
};

export type EditorTable = {
  readonly rows: readonly EditorRow[];
  /** What concerns no step. */
  readonly faults: readonly Fault[];
  /** Minutes of all steps. */
  readonly minutes: number;
  readonly cases: number;
  readonly protectsStory: boolean;
  /** The steps that need a look, in their order. */
  readonly wrong: readonly StepId[];
  readonly works: boolean;
};

const presenterOf = (step: Step): EditorRow['presenter'] => {
  const { presenterSeat, voice } = rowOf(step);
  return presenterSeat === 'back' ? 'back' : voice.presenter;
};

/** Minutes that count: of a number that is none, nothing. */
const counted = ({ minutes }: Step): number =>
  minutes !== null && Number.isFinite(minutes) && minutes > 0 ? minutes : 0;

/** Works the table out. */
export const tableOf = ({ protocol }: NamedCourse): EditorTable => {
  const { steps } = protocol;
  const all = faultsOf(protocol);
  let from = 0;
  const rows = steps.map((step, at): EditorRow => {
    const row = rowOf(step);
    const begins = from;
    from += counted(step);
    return {
      id: step.id,
      kind: step.kind,
      title: step.title ?? null,
      mark: markOf(step),
      from: begins,
      minutes: step.minutes,
      presenter: presenterOf(step),
      member: row.voice.member ?? 'none',
      outer: row.voice.outer ?? 'none',
      camera: row.camera.presenter,
      memberClock: row.memberClock,
      faults: all.flatMap((one) => (one.at === at ? [one.fault] : [])),
    };
  });
  return {
    rows,
    faults: all.flatMap((one) => (one.at === null ? [one.fault] : [])),
    minutes: minutesOf(steps.filter((step) => counted(step) > 0)),
    cases: new Set(planOf(steps).cases.filter((one) => one !== null)).size,
    protectsStory: protectsStory(steps),
    wrong: rows.filter(({ faults }) => faults.length > 0).map(({ id }) => id),
    works: all.length === 0,
  };
};

/** The minutes that somebody has typed: nothing = as it takes; `undefined` where it is no number at all. */
export const minutesSaid = (text: string): number | null | undefined => {
  const typed = text.trim();
  if (typed === '') return null;
  const minutes = Number(typed.replace(',', '.'));
  return Number.isFinite(minutes) ? minutes : undefined;
};

/** One minute more or less, never less than one; a step without minutes begins with what its kind usually takes. */
export const oneMinute = ({ kind, minutes }: Pick<EditorRow, 'kind' | 'minutes'>, more: -1 | 1): number =>
  minutes === null ? (usualMinutes(kind) ?? 5) : Math.max(1, Math.floor(minutes) + more);

// What one press does about a fault, where one press is enough; and a case once more.

import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { planOf } from '@tele-balint/shared/protocol/cases';
import type { Fault } from '@tele-balint/shared/protocol/faults';
import { usualMinutes } from '@tele-balint/shared/protocol/kinds';
import type { StepId } from '@tele-balint/shared/vocabulary';
import { inserted, removed, withPresenter } from './edits.ts';

export type Remedy = 'addReturn' | 'letSpeak' | 'remove';

const REMEDIES: Readonly<Partial<Record<Fault, Remedy>>> = {
  'no-way-back': 'addReturn',
  'silent-return': 'letSpeak',
  'many-steps': 'remove',
};

/** What a press would do about it; `null` where leaders have to say themselves. */
export const remedyOf = (fault: Fault): Remedy | null => REMEDIES[fault] ?? null;

/** The last place of the case that a step belongs to; -1 where it belongs to none. */
const endOfCase = ({ protocol }: NamedCourse, at: number): number => {
  const { cases } = planOf(protocol.steps);
  const own = cases[at] ?? null;
  return own === null ? -1 : cases.lastIndexOf(own);
};

/** The course after that press. */
export const remedied =
  (id: StepId, remedy: Remedy) =>
  (course: NamedCourse): NamedCourse => {
    switch (remedy) {
      case 'addReturn': {
        const at = course.protocol.steps.findIndex((step) => step.id === id);
        return inserted(endOfCase(course, at) + 1, [{ kind: 'return', minutes: usualMinutes('return') }])(
          course,
        );
      }
      case 'letSpeak':
        return withPresenter(id, 'open')(course);
      case 'remove':
        return removed(id)(course);
    }
  };

/** The last case once more, with a call before it that asks for a presenter of its own; not before the steps that are kept. */
export const caseRepeated =
  (kept: number) =>
  (course: NamedCourse): NamedCourse => {
    const { steps } = course.protocol;
    const { cases } = planOf(steps);
    const last = cases.reduce<number>((most, one) => Math.max(most, one ?? -1), -1);
    if (last < 0) return course;
    const first = cases.indexOf(last);
    const end = Math.max(kept, cases.lastIndexOf(last) + 1);
    const before = steps[first - 1];
    const call = before?.kind === 'call' ? before : { kind: 'call' as const, minutes: null };
    return inserted(end, [call, ...steps.slice(first, cases.lastIndexOf(last) + 1)])(course);
  };

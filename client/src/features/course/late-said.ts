// What the clock alone makes worth a word, to leaders. Each is said when it comes about, and never counted on.

import type { RoomView } from '@tele-balint/shared/view/view';
import { longGoneSince } from '../../state/presenter-gone.ts';
import { nameOfPhase } from '../../state/steps.ts';
import { type Sentence, calm } from './sentence.ts';

/** What has come about by now; a value that changes is another one. */
export type Late = { readonly gone: number | null; readonly passed: number | null };

const passedIn = ({ course: { clock, turn } }: RoomView, now: number): number | null =>
  clock !== null && (clock.held ?? now) >= clock.endsAt ? turn : null;

export const lateOf = (view: RoomView, now: number): Late => ({
  gone: longGoneSince(view, now),
  passed: passedIn(view, now),
});

/** The sentences of what has come about since; of what stood there before nothing is said. */
export const lateSaid = (was: Late | null, is: Late, view: RoomView): readonly Sentence[] => {
  if (was === null) return [];
  return [
    ...(is.gone !== null && is.gone !== was.gone ? [calm('said.presenterGone')] : []),
    ...(is.passed !== null && is.passed !== was.passed
      ? [calm('said.timePassed', { phase: nameOfPhase(view) })]
      : []),
  ];
};

// Phase and my right in it: the sentence of every move, of Alt+W, and after a break in the line.

import type { RoomView } from '@tele-balint/shared/view';
import type { PhaseKind } from '@tele-balint/shared/vocabulary';
import { nameOf, presenterIs, youPresent, youSitBack } from '../../session/places.ts';
import { t } from '../../text/text.ts';
import { type Sentence, calm, urgent } from './sentence.ts';

const FOR_ALL: readonly PhaseKind[] = ['arrive', 'closing', 'break'];
/** Phases whose own sentence leaves nothing to add for those who may speak. */
const ENOUGH: readonly PhaseKind[] = ['leaving', 'debrief'];

const mayOf = ({ you }: RoomView): string => {
  if (you.may.microphone) return 'yes';
  return you.why === 'floor' ? 'floor' : 'no';
};

/** My right now, in words. Whether the microphone is open is another matter, and its owner's. */
export const rightSentence = (view: RoomView): Sentence => calm('said.right', { may: mayOf(view) });

const rightIn = (view: RoomView): string => {
  const { kind } = view.course;
  if (!view.you.may.microphone) return rightSentence(view).text;
  const who = presenterIs(view);
  if (FOR_ALL.includes(kind)) return t('said.everybody');
  if (kind === 'pushBack' && who === 'named') {
    return t('said.notTo', { name: nameOf(view, view.presenter) });
  }
  const enough =
    ENOUGH.includes(kind) ||
    (kind === 'presentation' && who === 'you') ||
    (kind === 'return' && who === 'named');
  return enough ? '' : rightSentence(view).text;
};

/** Phase and my right in it. */
export const phaseSentence = (view: RoomView): Sentence => {
  if (youSitBack(view)) return urgent(view.you.confirmed ? 'said.back' : 'said.backPending');
  const { kind } = view.course;
  if (kind === 'return' && youPresent(view)) return urgent('said.returned');
  const phase = t(`said.${kind}`, { name: nameOf(view, view.presenter), who: presenterIs(view) });
  return { text: `${phase} ${rightIn(view)}`.trim(), urgent: false };
};

/** The same after a break in the line. Whoever sits back is not back in the circle. */
export const backInCircle = (view: RoomView): Sentence => {
  if (youSitBack(view)) return phaseSentence(view);
  const back = t('said.backInCircle', { phase: t(`phase.${view.course.kind}`) });
  return { text: `${back} ${rightSentence(view).text}`, urgent: true };
};

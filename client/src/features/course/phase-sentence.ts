// Phase and my right in it: the sentence of every move, of Alt+W, and after a break in the line.

import type { RoomView } from '@tele-balint/shared/view/view';
import { myBackSeat, nameOf, presenterIs, youPresent, youSitBack } from '../../state/places.ts';
import { mySite } from '../../state/site.ts';
import { stayWords } from '../../state/staying.ts';
import { chairOf, chairWentBack, nameOfPhase } from '../../state/steps.ts';
import { t } from '../../text/text.ts';
import { type Sentence, calm, urgent } from './sentence.ts';

const mayOf = ({ you }: RoomView): string => {
  if (you.may.microphone) return 'yes';
  return you.why === 'floor' ? 'floor' : 'no';
};

/** My right now, in words. Whether the microphone is open is another matter, and its owner's. */
export const rightSentence = (view: RoomView): Sentence =>
  view.you.why === 'closed' ? calm('state.lineClosed') : calm('said.right', { may: mayOf(view) });

/** Phase and my right in it. */
export const phaseSentence = (view: RoomView): Sentence => {
  const mine = mySite(view);
  if (youSitBack(view) && mine !== null)
    return urgent(view.you.confirmed ? 'said.siteSitsBack' : 'said.siteSitsBackPending', mine);
  if (youSitBack(view)) return urgent(view.you.confirmed ? 'said.back' : 'said.backPending');
  if (view.you.may.microphone && chairWentBack(view) && mine !== null && myBackSeat(view) === null)
    return urgent('said.siteReturned', mine);
  if (view.you.may.microphone && chairWentBack(view) && youPresent(view)) return urgent('said.returned');
  const { kind } = view.course;
  const values = { name: nameOf(view, view.presenter), who: presenterIs(view), chair: chairOf(view) };
  const right = view.you.may.microphone ? t(`right.${kind}`, values) : rightSentence(view).text;
  const more = stayWords(view, view.now) ?? right;
  return { text: `${t(`said.${kind}`, values).trim()} ${more}`.trim(), urgent: false };
};

/** The same after a break in the line. Whoever sits back is not back in the circle. */
export const backInCircle = (view: RoomView): Sentence => {
  if (youSitBack(view)) return phaseSentence(view);
  const back = t('said.backInCircle', { phase: nameOfPhase(view) });
  return { text: `${back} ${rightSentence(view).text}`, urgent: true };
};

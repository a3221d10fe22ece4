import type { RoomView } from '@tele-balint/shared/view/view';
import { say } from '../../state/announce.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { phaseSentence } from './phase-sentence.ts';

const focusIn = (region: string) => () =>
  document.querySelector<HTMLElement>(`${region} :is(button, a, input, select):not([disabled])`)?.focus();

/** The keys that ask for phase and right, and that lead to my controls. */
export const useCourseKeys = (view: RoomView): void => {
  useKeys({
    'Alt+W': () => say(phaseSentence(view).text),
    F2: focusIn('[data-controls]'),
  });
};

import { calm, type Sentence, urgent } from './sentence.ts';

type Left = number | 'last' | null;

/** What is said of the time to stay once it has come to this; of what stood there before nothing is. */
export const staySaid = (was: Left, is: Left): Sentence | null => {
  if (was === null || is === was) return null;
  if (is === 'last') return urgent('said.last');
  return is === 5 && typeof was === 'number' && was > 5 ? calm('leaving.more', { minutes: 5 }) : null;
};

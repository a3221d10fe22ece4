// The last page: why it is the last, and what of the session still exists.

import type { OverView } from '@tele-balint/shared/view';
import type { AnyRefusal } from '../../text/text.ts';

export type Remains =
  { readonly kind: 'nothing-to-say' } | { readonly kind: 'kept' | 'destroyed'; readonly until: number };

/** What is kept of an ended session; while it runs, the last page does not speak of it. */
export const remainsOf = ({ reason, forgottenAt, now }: OverView): Remains => {
  if (reason !== 'ended' || forgottenAt === null) return { kind: 'nothing-to-say' };
  return { kind: now < forgottenAt ? 'kept' : 'destroyed', until: forgottenAt };
};

export type Problem = {
  readonly title:
    'problem.title' | 'problem.reload' | 'problem.notNow' | 'farewell.over' | 'farewell.removed';
  readonly way: 'reload' | 'again' | 'none';
};

const TROUBLE: readonly AnyRefusal[] = [
  'network',
  'unavailable',
  'unauthorised',
  'too-soon',
  'too-many-tries',
  'door-full',
];

/** How a "no" that ends the page is told, and whether there is a way on. */
export const problemOf = (refusal: AnyRefusal): Problem => {
  if (refusal === 'reload' || refusal === 'bad-request') return { title: 'problem.reload', way: 'reload' };
  if (TROUBLE.includes(refusal)) return { title: 'problem.notNow', way: 'again' };
  if (refusal === 'over') return { title: 'farewell.over', way: 'none' };
  return { title: refusal === 'removed' ? 'farewell.removed' : 'problem.title', way: 'none' };
};

// The last page: why it is the last, and what of the session still exists.

import type { OverView } from '@tele-balint/shared/view/view';
import { firstName } from '../../state/first-name.ts';
import { type AnyRefusal, type Key, listed, refusalText, t } from '../../text/text.ts';
import type { Told } from './witness.ts';

export type LastPage = {
  readonly title: Key;
  readonly text: Key;
  /** What a person can do from here. */
  readonly way: 'sitHere' | 'comeBack' | 'askAgain' | 'none';
};

/** Thanks and a kept place are for those who sat: who only waited is told what became of the waiting. */
export const lastPageOf = (
  { reason, farewell, forgottenAt }: Pick<OverView, 'reason' | 'farewell' | 'forgottenAt'>,
  sat: boolean,
  open: boolean,
): LastPage => {
  // Whoever says goodbye to those who stay may think better of it.
  if (farewell !== null)
    return { title: 'farewell.thanks', text: 'farewell.led', way: reason === 'left' ? 'comeBack' : 'none' };
  // Those who stay on are there still, and nobody else is told of them.
  if (reason === 'over')
    return {
      title: 'farewell.over',
      text: forgottenAt === null ? 'farewell.overNew' : 'farewell.overText',
      way: 'none',
    };
  if (reason === 'left' && !sat)
    return { title: 'farewell.away', text: 'farewell.awayText', way: 'askAgain' };
  // By the open link one may ask again, by name.
  if (open && (reason === 'removed' || reason === 'not-today'))
    return { title: `farewell.${reason}`, text: 'farewell.againText', way: 'askAgain' };
  const way = reason === 'moved' ? 'sitHere' : reason === 'left' ? 'comeBack' : 'none';
  return { title: `farewell.${reason}`, text: `farewell.${reason}Text`, way };
};

export type Remains =
  | { readonly kind: 'nothing-to-say' }
  /** Others are still there: until some time after they have gone. */
  | { readonly kind: 'later' }
  | { readonly kind: 'kept' | 'destroyed'; readonly until: number };

/** What is kept of an ended session; while it runs, the last page does not speak of it. */
export const remainsOf = ({ reason, forgottenAt, farewell, now }: OverView): Remains => {
  if (farewell !== null && forgottenAt === null) return { kind: 'later' };
  if (reason !== 'over' || forgottenAt === null) return { kind: 'nothing-to-say' };
  return { kind: now < forgottenAt ? 'kept' : 'destroyed', until: forgottenAt };
};

/** What is said of the key, beside the hour at which it went. */
export const sealText = ({ kind }: Told, until: number | null): Key => {
  if (kind === 'gone') return 'farewell.sealGone';
  if (kind === 'late') return 'farewell.sealLate';
  if (kind === 'silent') return until === null ? 'farewell.sealSilentLater' : 'farewell.sealSilent';
  if (kind === 'overdue') return 'farewell.sealOverdue';
  return until === null ? 'farewell.sealLater' : 'farewell.seal';
};

/** The share of a time that has passed, 0 to 1. */
export const passed = (since: number, until: number, now: number): number =>
  until <= since ? 1 : Math.min(1, Math.max(0, (now - since) / (until - since)));

/** The names under the leaders' line: first names, where no two of them bear the same. */
export const signedBy = (leaders: readonly string[]): string => {
  const first = leaders.map(firstName);
  return listed(new Set(first).size === first.length ? first : leaders);
};

export type Problem = {
  readonly title:
    | 'problem.title'
    | 'problem.reload'
    | 'problem.notNow'
    | 'farewell.over'
    | 'farewell.removed'
    | 'farewell.not-today';
  readonly way: 'reload' | 'again' | 'askAgain' | 'none';
};

const TROUBLE: readonly AnyRefusal[] = [
  'network',
  'unavailable',
  'unauthorised',
  'too-soon',
  'too-many-tries',
  'door-full',
];

/** Its sentence, where the title says already that the session has ended. */
export const problemText = (refusal: AnyRefusal, way: Problem['way'] = 'none'): string =>
  way === 'askAgain'
    ? t('farewell.againText')
    : refusal === 'over'
      ? t('farewell.newLink')
      : refusalText(refusal);

/** How a "no" that ends the page is told, and whether there is a way on. */
export const problemOf = (refusal: AnyRefusal, open = false): Problem => {
  if (refusal === 'reload' || refusal === 'bad-request') return { title: 'problem.reload', way: 'reload' };
  if (TROUBLE.includes(refusal)) return { title: 'problem.notNow', way: 'again' };
  if (refusal === 'over') return { title: 'farewell.over', way: 'none' };
  const ended = refusal === 'removed' || refusal === 'not-today';
  const way = open && ended ? 'askAgain' : 'none';
  return { title: ended ? `farewell.${refusal}` : 'problem.title', way };
};

// Asks the server, as long as the last page stands, whether the key of its evening is gone.

import type { ForgottenAnswer } from '@tele-balint/shared/http';
import { MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import type { Answer } from '../../connection/server-request.ts';

/** What this page has been told of the key. */
export type Told =
  | { readonly kind: 'waiting' }
  /** The server says that it is there still, though its time has come. */
  | { readonly kind: 'overdue' }
  /** The server does not answer. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'gone'; readonly at: number }
  /** The server tells nothing of this evening any more. */
  | { readonly kind: 'late' };

export const WAITING: Told = { kind: 'waiting' };

/** How late destroying may be before that is told, in ms: two clocks and a busy server. */
const PATIENCE = 20 * SECOND;
/** Between two questions, in ms: while it waits, and once the time has come or nobody answers. */
const RARELY = MINUTE;
const OFTEN = 30 * SECOND;
/** After the instant itself, in ms: the server needs a moment. */
const A_MOMENT = SECOND;

/** What an answer tells. */
const toldBy = (answer: Answer<ForgottenAnswer>, until: number | null): Told => {
  if (!answer.ok) return { kind: answer.refusal === 'unknown-link' ? 'late' : 'silent' };
  const { destroyedAt, now } = answer.value;
  if (destroyedAt !== null) return { kind: 'gone', at: destroyedAt };
  return until !== null && now > until + PATIENCE ? { kind: 'overdue' } : WAITING;
};

/** Milliseconds to the next question. */
const pauseAfter = (answer: Answer<ForgottenAnswer>, until: number | null): number => {
  if (!answer.ok) return answer.refusal === 'too-many-tries' ? RARELY : OFTEN;
  const left = until === null ? RARELY : until - answer.value.now;
  return left > 0 ? Math.min(RARELY, left + A_MOMENT) : OFTEN;
};

type Asking = {
  readonly ask: () => Promise<Answer<ForgottenAnswer>>;
  readonly until: number | null;
  readonly tell: (told: Told) => void;
};

/** Asks now and again until the key is gone or it is too late; a page that is looked at again asks at once. Gives back how to stop. */
export const witness = ({ ask, until, tell }: Asking): (() => void) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking = false;
  let done = false;
  const askNow = async () => {
    if (asking || done) return;
    asking = true;
    clearTimeout(timer);
    const answer = await ask();
    asking = false;
    if (done) return;
    const told = toldBy(answer, until);
    if (told.kind === 'gone' || told.kind === 'late') stop();
    else timer = setTimeout(() => void askNow(), pauseAfter(answer, until));
    tell(told);
  };
  const look = () => {
    if (!document.hidden) void askNow();
  };
  const stop = () => {
    done = true;
    clearTimeout(timer);
    removeEventListener('online', look);
    document.removeEventListener('visibilitychange', look);
  };
  addEventListener('online', look);
  document.addEventListener('visibilitychange', look);
  void askNow();
  return stop;
};

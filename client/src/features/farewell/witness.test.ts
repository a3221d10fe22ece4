import type { ForgottenAnswer } from '@tele-balint/shared/http';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../connection/server-request.ts';
import { t } from '../../text/text.ts';
import { sealText } from './farewell-model.ts';
import { type Told, witness } from './witness.ts';

const UNTIL = 1_000_000;
const MINUTE = 60_000;
const now = (at: number, destroyedAt: number | null = null): Answer<ForgottenAnswer> => ({
  ok: true,
  value: { now: at as Instant, destroyedAt: destroyedAt as Instant | null },
});
const no = (refusal: 'network' | 'unknown-link' | 'too-many-tries'): Answer<ForgottenAnswer> => ({
  ok: false,
  refusal,
});

let page: EventTarget & { hidden: boolean };
beforeEach(() => {
  vi.useFakeTimers();
  page = Object.assign(new EventTarget(), { hidden: false });
  const own = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', own.addEventListener.bind(own));
  vi.stubGlobal('removeEventListener', own.removeEventListener.bind(own));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A page that waits, and the server's answers in their order; the last one is given again. */
const waiting = async (answers: Answer<ForgottenAnswer>[], until: number | null = UNTIL) => {
  const told: Told['kind'][] = [];
  let asked = 0;
  const stop = witness({
    ask: async () => {
      asked += 1;
      return answers[Math.min(asked, answers.length) - 1]!;
    },
    until,
    tell: ({ kind }) => void told.push(kind),
  });
  await vi.advanceTimersByTimeAsync(0);
  return { told, stop, asked: () => asked, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
};

describe('the last page', () => {
  it('asks at the instant and is told, and asks no more [FW4]', async () => {
    const { told, asked, pass } = await waiting([now(UNTIL - 5_000), now(UNTIL + 1_000, UNTIL)]);
    expect(told).toEqual(['waiting']);
    await pass(5_999);
    expect(asked()).toBe(1);
    await pass(1);
    expect(told).toEqual(['waiting', 'gone']);
    await pass(60 * MINUTE);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(asked()).toBe(2);
  });

  it('asks once a minute where nobody knows how long others stay [FW4]', async () => {
    const { told, asked, pass, stop } = await waiting([now(1)], null);
    await pass(10 * MINUTE);
    expect(asked()).toBe(11);
    expect(new Set(told)).toEqual(new Set(['waiting']));
    stop();
    await pass(10 * MINUTE);
    expect(asked()).toBe(11);
  });

  it('says that nobody answers, that the key is still there, and what is told in the end [FW4]', async () => {
    const late = UNTIL + 21_000;
    const answers = [no('network'), no('too-many-tries'), now(UNTIL), now(late), now(late, late)];
    const { told, pass } = await waiting(answers);
    await pass(5 * MINUTE);
    expect(told).toEqual(['silent', 'silent', 'waiting', 'overdue', 'gone']);
  });

  it('says that it is too late to ask, and asks no more [FW4]', async () => {
    const { told, asked, pass } = await waiting([no('unknown-link')]);
    await pass(60 * MINUTE);
    expect([told, asked()]).toEqual([['late'], 1]);
  });

  it('asks at once when somebody looks at it again, not while it is hidden [FW4]', async () => {
    const { asked, pass, stop } = await waiting([now(1)], null);
    page.hidden = true;
    page.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(asked()).toBe(1);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(asked()).toBe(2);
    stop();
  });

  it('claims nothing that it was not told: only then does it say that the evening is forgotten [FW4]', () => {
    const said = (told: Told, until: number | null = UNTIL) => t(sealText(told, until), { time: '19:52' });
    expect(t('farewell.gone', { time: '19:52' })).toBe('Forgotten at 19:52.');
    expect(said({ kind: 'gone', at: UNTIL })).toMatch(/server says.*its word.*cannot prove.*copy/);
    for (const kind of ['waiting', 'overdue', 'silent', 'late'] as const)
      for (const until of [UNTIL, null])
        expect(said({ kind }, until)).not.toMatch(/has destroyed|is forgotten|it is destroyed/i);
    expect(said({ kind: 'overdue' })).toMatch(/still there/);
    expect(said({ kind: 'silent' })).toMatch(/does not answer/);
  });
});

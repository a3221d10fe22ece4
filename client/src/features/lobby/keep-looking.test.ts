import type { LookAnswer } from '@tele-balint/shared/http';
import { HOUR, MINUTE, SECOND } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../connection/server-request.ts';
import { keepLooking } from './keep-looking.ts';

type Look = Answer<LookAnswer>;

/** The server's clock when a test begins. */
const NOW = Date.UTC(2030, 2, 11, 8);
const OPENS = NOW + 3 * 24 * HOUR;
/** What the server says at this instant; the device's clock may say another. */
const says = (opensAt: number | null, ahead?: number): Look => ({
  ok: true,
  value: { opensAt } as LookAnswer,
  ...(ahead !== undefined && { ahead }),
});
const no = (refusal: 'network' | 'unavailable' | 'revoked-link'): Look => ({ ok: false, refusal });

let page: EventTarget & { hidden: boolean };
let window: EventTarget;
let stop = () => undefined as void;
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  page = Object.assign(new EventTarget(), { hidden: false });
  window = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A lobby that stands, and the minutes after its beginning at which it looks. */
const standing = async (answer: () => Look) => {
  const [looks, told]: [number[], Look[]] = [[], []];
  const began = performance.now();
  const own = keepLooking({
    look: async () => {
      looks.push((performance.now() - began) / MINUTE);
      return answer();
    },
    tell: (fresh) => void told.push(fresh),
  });
  stop = own.stop;
  await vi.advanceTimersByTimeAsync(0);
  return { looks, told, again: own.again, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
};

describe('a lobby that stays open', () => {
  it('[LB20] looks each hour, and when the door opens', async () => {
    const { looks, pass } = await standing(() => says(Date.now() < OPENS ? OPENS : null, 0));
    await pass(OPENS - NOW - 30 * MINUTE);
    expect(looks).toHaveLength(1 + (OPENS - NOW) / HOUR - 1);
    await pass(30 * MINUTE);
    expect(looks.at(-1)).toBe((OPENS - NOW) / MINUTE);
  });

  it('[LB20] looks within a minute of its device’s waking, and at once when it is seen, online or shown again', async () => {
    const { looks, pass } = await standing(() => says(OPENS, 0));
    // While the device sleeps its timers stand still, and its clock goes on.
    vi.setSystemTime(NOW + 8 * HOUR);
    await pass(MINUTE);
    expect(looks).toEqual([0, 1]);
    for (const [target, event] of [
      [page, 'visibilitychange'],
      [window, 'pageshow'],
      [window, 'online'],
    ] as const) {
      await pass(10 * SECOND);
      const before = looks.length;
      target.dispatchEvent(new Event(event));
      await pass(0);
      expect([event, looks.length - before]).toEqual([event, 1]);
      // Not once more for the same return.
      target.dispatchEvent(new Event(event));
      await pass(0);
      expect([event, looks.length - before]).toEqual([event, 1]);
    }
    page.hidden = true;
    const before = looks.length;
    await pass(10 * SECOND);
    page.dispatchEvent(new Event('visibilitychange'));
    await pass(0);
    expect(looks).toHaveLength(before);
  });

  it('[LB20] counts from the server’s clock, not from the device’s', async () => {
    const FAST = 5 * HOUR;
    const opens = NOW + 40 * MINUTE;
    vi.setSystemTime(NOW + FAST);
    const { looks, pass } = await standing(() => says(Date.now() - FAST < opens ? opens : null, -FAST));
    await pass(41 * MINUTE);
    expect(looks).toEqual([0, 40]);
  });

  it('[LB20] looks ever more seldom where the time has come by the device alone, and hourly where that was set back', async () => {
    const { looks, pass } = await standing(() => says(NOW - HOUR));
    await pass(30 * MINUTE);
    expect(looks.slice(0, 5).map((at) => at * 60)).toEqual([0, 5, 15, 35, 75]);
    expect(looks.length).toBeLessThan(36);
    stop();
    const other = await standing(() => says(OPENS, 0));
    vi.setSystemTime(NOW - 24 * HOUR);
    await other.pass(61 * MINUTE);
    expect(other.looks).toEqual([0, 60]);
  });

  it('[SC7] looks again soon, and less and less so, after a refusal that passes', async () => {
    let answer = says(OPENS, 0);
    const { looks, pass } = await standing(() => answer);
    answer = no('unavailable');
    await pass(HOUR);
    expect(looks).toEqual([0, 60]);
    await pass(5 * MINUTE);
    expect(looks.slice(2, 6).map((at) => Math.round((at - 60) * 60))).toEqual([5, 15, 35, 75]);
    answer = says(OPENS, 0);
    await pass(MINUTE);
    const before = looks.length;
    await pass(59 * MINUTE);
    expect(looks).toHaveLength(before);
  });

  it('[SC7] looks no more after a refusal that does not pass', async () => {
    const { looks, told, again, pass } = await standing(() => no('revoked-link'));
    await pass(2 * HOUR);
    window.dispatchEvent(new Event('online'));
    again();
    await pass(0);
    expect([looks, told]).toEqual([[0], [no('revoked-link')]]);
  });

  it('[SC7] looks at once when somebody asks for it, and not twice at a time', async () => {
    const { looks, again, pass } = await standing(() => no('network'));
    again();
    again();
    await pass(0);
    expect(looks).toEqual([0, 0]);
  });
});

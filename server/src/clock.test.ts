import { later } from '@tele-balint/shared/vocabulary';
import { expect, it, vi } from 'vitest';
import { createClock } from './clock.ts';
import { until } from './testing/until.ts';

it('goes on evenly when the computer’s clock is set anew [HS14]', () => {
  const clock = createClock();
  const before = clock.now();
  const setWrong = vi.spyOn(Date, 'now').mockReturnValue(0);
  expect(clock.now() - before).toBeLessThan(1_000);
  expect(clock.now()).toBeGreaterThanOrEqual(before);
  setWrong.mockRestore();
});

it('rings once, not before its instant, and never after it was taken back [HS14]', async () => {
  const clock = createClock();
  const rung: number[] = [];
  const due = later(clock.now(), 30);
  clock.alarm(due, () => rung.push(clock.now()));
  const cancel = clock.alarm(due, () => rung.push(0));
  cancel();
  // Further away than a timer of the platform can wait: it must not ring at once.
  clock.alarm(later(clock.now(), 2 ** 32), () => rung.push(1));
  await until('the alarm', () => rung.length > 0);
  expect(rung).toHaveLength(1);
  expect(rung[0]).toBeGreaterThanOrEqual(due);
});

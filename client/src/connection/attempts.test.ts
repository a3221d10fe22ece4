import { describe, expect, it } from 'vitest';
import { makeAttempts } from './attempts.ts';

describe('attempts to connect', () => {
  it('[RC13] are short on a quick line, with a patient one among them', () => {
    const attempts = makeAttempts(() => 0);
    attempts.begin();
    attempts.up();
    expect(Array.from({ length: 8 }, attempts.begin)).toEqual([
      2_000, 2_000, 2_000, 4_000, 2_000, 2_000, 2_000, 4_000,
    ]);
  });

  it('[RC13] take longer on a slow one, and not for ever', () => {
    let now = 0;
    const attempts = makeAttempts(() => now);
    attempts.begin();
    now += 1_000;
    attempts.up();
    expect(attempts.begin()).toBe(4_000);
    now += 20_000;
    attempts.up();
    expect(attempts.begin()).toBe(8_000);
  });

  it('[RC13] a line is silent when the server was not heard for more than a sign of life', () => {
    let now = 0;
    const attempts = makeAttempts(() => now);
    attempts.up();
    now += 5_500;
    expect(attempts.silent()).toBe(false);
    attempts.heard();
    now += 6_500;
    expect(attempts.silent()).toBe(true);
  });
});

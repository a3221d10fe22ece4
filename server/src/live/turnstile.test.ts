import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createTurnstile } from './turnstile.ts';

/** Milliseconds that letting in one takes here; far more than a turn of the loop. */
const TAKES = 10;
const IN_LINE = 200;

const spin = (): void => {
  for (const until = performance.now() + TAKES; performance.now() < until;);
};

describe('the turnstile', () => {
  it('takes the connections that stand in line before it lets in those that were taken [RC12]', async () => {
    const door = new EventEmitter();
    const turn = createTurnstile(door);
    let inside = 0;
    const comers: Promise<void>[] = [];
    for (let n = 0; n < IN_LINE; n += 1) {
      door.emit('connection');
      comers.push(turn(async () => void (spin(), (inside += 1))));
      await nextTurn();
    }
    expect(inside).toBeLessThan(IN_LINE / 4);
    await Promise.all(comers);
    expect(inside).toBe(IN_LINE);
  });

  it('lets in one after the other also where the line never ends [RC12]', async () => {
    const door = new EventEmitter();
    const turn = createTurnstile(door);
    const inside: number[] = [];
    const comers = Promise.all([1, 2, 3].map((n) => turn(async () => void (spin(), inside.push(n)))));
    let over = false;
    void comers.then(() => (over = true));
    while (!over) {
      door.emit('connection');
      await nextTurn();
    }
    expect(inside).toEqual([1, 2, 3]);
  });

  it('keeps nobody waiting for one that waits itself, nor for one that failed', async () => {
    const turn = createTurnstile(new EventEmitter());
    const never = turn(() => new Promise(() => undefined));
    const failed = turn(() => Promise.reject(new Error('on purpose')));
    await expect(failed).rejects.toThrow('on purpose');
    expect(await turn(async () => 'in')).toBe('in');
    void never;
  });
});

import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIntroductions } from './introductions.ts';

describe('who connects', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const connection = () => {
    const one = Object.assign(new EventEmitter(), { closed: 0, close: () => void (one.closed += 1) });
    return one;
  };

  it('is ended after five seconds of silence, and five seconds after a refusal [HT22]', () => {
    const { expect: expects, heard } = createIntroductions();
    const [silent, refused] = [connection(), connection()];
    expects(silent);
    expects(refused);
    vi.advanceTimersByTime(3_000);
    heard(refused);
    expects(refused);
    vi.advanceTimersByTime(2_001);
    expect([silent.closed, refused.closed]).toEqual([1, 0]);
    vi.advanceTimersByTime(3_000);
    expect(refused.closed).toBe(1);
  });

  it('is not ended while it waits in a line of ours, however long that is [RC12]', () => {
    const { expect: expects, heard } = createIntroductions();
    const waits = connection();
    expects(waits);
    heard(waits);
    vi.advanceTimersByTime(60_000);
    expect(waits.closed).toBe(0);
  });

  it('leaves no clock behind when it has gone [HT22]', () => {
    const { expect: expects } = createIntroductions();
    const gone = connection();
    expects(gone);
    gone.emit('close');
    expect(vi.getTimerCount()).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeSoundFirst, type Voices } from './sound-first.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const NOBODY: Voices = { may: ['ben', 'cleo'], sent: [], here: [] };
const ALL: Voices = { may: ['ben', 'cleo'], sent: ['ben', 'cleo'], here: ['ben', 'cleo'] };

const coming = () => {
  const now = { voices: NOBODY, speaks: true };
  const open = vi.fn();
  const first = makeSoundFirst(
    () => now.voices,
    () => now.speaks,
    open,
  );
  return { now, open, first };
};

describe('coming in', () => {
  it('[MC11] keeps pictures back until the own voice and all others are there', () => {
    const { now, open, first } = coming();
    now.speaks = false;
    now.voices = { ...ALL, here: ['ben'] };
    first.arrive();
    now.speaks = true;
    first.look();
    expect(first.pictures()).toBe(false);
    now.voices = ALL;
    first.look();
    first.look();
    expect(first.pictures()).toBe(true);
    expect(open).toHaveBeenCalledOnce();
  });

  it('[MC11] keeps them back until the own voice is on its way, where all others are there', () => {
    const { now, first } = coming();
    [now.speaks, now.voices] = [false, ALL];
    first.arrive();
    expect(first.pictures()).toBe(false);
    now.speaks = true;
    first.look();
    expect(first.pictures()).toBe(true);
  });

  it('[MC11] leaves them as they are when the line is resumed', () => {
    const { now, first } = coming();
    first.arrive();
    now.voices = { ...ALL, here: [] };
    first.arrive();
    expect(first.pictures()).toBe(true);
  });

  it('[MC11] opens nothing after leaving, and does not wait for who had closed the microphone', () => {
    const { now, open, first } = coming();
    now.voices = { ...ALL, here: [] };
    first.arrive();
    first.leave();
    vi.advanceTimersByTime(2_000);
    expect(open).not.toHaveBeenCalled();
    now.voices = ALL;
    first.arrive();
    now.voices = { may: ['ben', 'cleo'], sent: ['ben'], here: ['ben'] };
    first.look();
    first.leave();
    first.arrive();
    expect(first.pictures()).toBe(true);
  });

  it('[MC11] waits for nobody who sends no voice', () => {
    const { first } = coming();
    first.arrive();
    expect(first.pictures()).toBe(true);
  });

  it('[MC11] does not take being outside for being complete', () => {
    const { first } = coming();
    first.look();
    expect(first.pictures()).toBe(false);
  });

  it('[MC11] keeps them back for no longer than 1.5 s after coming in, however long that took', () => {
    const { now, open, first } = coming();
    now.voices = { ...ALL, here: ['cleo'] };
    vi.advanceTimersByTime(60_000);
    first.arrive();
    vi.advanceTimersByTime(1_499);
    expect(open).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(open).toHaveBeenCalledOnce();
  });

  it('[MC11] waits after a break for whom it heard before, as long as they may be heard', () => {
    const { now, first } = coming();
    now.voices = ALL;
    first.arrive();
    first.leave();
    expect(first.pictures()).toBe(false);
    now.voices = NOBODY;
    first.arrive();
    expect(first.pictures()).toBe(false);
    now.voices = { may: ['ben'], sent: ['ben'], here: ['ben'] };
    first.look();
    expect(first.pictures()).toBe(true);
  });
});

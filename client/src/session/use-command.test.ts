import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announcements } from './announce.ts';
import { runCommand } from './use-command.ts';

beforeEach(() => announcements.setState({ polite: [], urgent: [] }));

describe('a command', () => {
  it('[CO11] that is refused is shown and said, once', async () => {
    const tell = vi.fn();
    const no = () => Promise.resolve({ ok: false, refusal: 'stale-turn' } as const);
    expect(await runCommand(no, { type: 'hold' }, tell)).toBe(false);
    expect(tell).toHaveBeenCalledExactlyOnceWith('stale-turn');
    expect(announcements.getState().urgent.map(({ text }) => text)).toEqual([
      'The other leader has just moved the phase. Nothing was done twice.',
    ]);
  });

  it('[CO11] that is accepted takes the last "no" away and says nothing', async () => {
    const tell = vi.fn();
    const yes = () => Promise.resolve({ ok: true } as const);
    expect(await runCommand(yes, { type: 'hold' }, tell)).toBe(true);
    expect(tell).toHaveBeenCalledExactlyOnceWith(null);
    expect(announcements.getState().urgent).toEqual([]);
  });
});

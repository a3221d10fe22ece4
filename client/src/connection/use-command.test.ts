import { beforeEach, describe, expect, it, vi } from 'vitest';
import { announcements } from '../state/announce.ts';
import { runCommand, runCommands, type Send } from './use-command.ts';

beforeEach(() => announcements.setState({ polite: [], urgent: [] }));

describe('a command', () => {
  it('[SK13] that is refused is shown and said, once', async () => {
    const [tell, asks] = [vi.fn(), vi.fn()];
    const no = () => Promise.resolve({ ok: false, refusal: 'stale-turn' } as const);
    expect(await runCommand(no, { type: 'hold' }, { became: tell, asks })).toBe(false);
    expect(tell).toHaveBeenCalledExactlyOnceWith('stale-turn');
    expect(announcements.getState().urgent.map(({ text }) => text)).toEqual([
      'The other leader was quicker: the phase or the course has just changed. Nothing was done twice.',
    ]);
  });

  it('[SK13] that is accepted takes the last "no" away and says nothing', async () => {
    const [tell, asks] = [vi.fn(), vi.fn()];
    const yes = () => Promise.resolve({ ok: true } as const);
    expect(await runCommand(yes, { type: 'hold' }, { became: tell, asks })).toBe(true);
    expect(tell).toHaveBeenCalledExactlyOnceWith(null);
    expect(announcements.getState().urgent).toEqual([]);
  });

  it('[SC4] whose answer is long in coming is shown and said as not known, and its end as well', async () => {
    const [tell, asks] = [vi.fn(), vi.fn()];
    let answer: (ack: { readonly ok: true }) => void = () => undefined;
    const slow = (_command: unknown, late?: () => void) => {
      late?.();
      return new Promise<{ readonly ok: true }>((resolve) => (answer = resolve));
    };
    const ran = runCommand(slow, { type: 'hold' }, { became: tell, asks });
    expect(asks.mock.calls).toEqual([[1]]);
    expect(tell).not.toHaveBeenCalled();
    answer({ ok: true });
    expect(await ran).toBe(true);
    expect(asks.mock.calls).toEqual([[1], [-1]]);
    expect(announcements.getState().urgent.map(({ text }) => text)).toEqual([
      'What became of that is not known yet. We are asking; pressing again does nothing twice.',
    ]);
    expect(announcements.getState().polite.map(({ text }) => text)).toEqual([
      'What you pressed has been done.',
    ]);
  });

  it('[SC4] that is pressed twice before it is answered has one answer, said once', async () => {
    const [tell, asks] = [vi.fn(), vi.fn()];
    const no = Promise.resolve({ ok: false, refusal: 'stale-turn' } as const);
    const run = () => runCommand(() => no, { type: 'hold' }, { became: tell, asks });
    expect(await Promise.all([run(), run()])).toEqual([false, false]);
    expect(tell).toHaveBeenCalledOnce();
    expect(announcements.getState().urgent).toHaveLength(1);
  });

  it('[LE60] of one press for several is answered each; what somebody else has done is no fault, and one "no" is said once', async () => {
    const [tell, asks] = [vi.fn(), vi.fn()];
    const answers = [
      { ok: false, refusal: 'no-such-person' },
      { ok: false, refusal: 'too-many' },
      { ok: false, refusal: 'too-many' },
      { ok: true },
    ] as const;
    const send = vi.fn<Send>();
    for (const answer of answers) send.mockResolvedValueOnce(answer);
    const admit = (line: string) => ({ type: 'admit', line, answer: 'letIn' }) as never;
    const isFine = (no: string) => no === 'no-such-person';
    await runCommands(send, ['a', 'b', 'c', 'd'].map(admit), { became: tell, asks }, isFine);
    expect(send).toHaveBeenCalledTimes(4);
    expect(tell).toHaveBeenCalledExactlyOnceWith('too-many');
    expect(announcements.getState().urgent).toHaveLength(1);
  });
});

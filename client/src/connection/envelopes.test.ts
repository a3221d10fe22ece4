import type { LineId } from '@tele-balint/shared/vocabulary';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeEnvelopes } from './envelopes.ts';

const line = 'line-12345' as LineId;
const frame = { to: [line], sealed: 'x' };

/** A socket that gives one answer, and remembers what it was asked. */
const answering = (connected: boolean, answer: Promise<unknown>) => {
  const asked: unknown[] = [];
  const listeners = new Map<string, (envelope: unknown) => void>();
  const socket = {
    connected,
    timeout: () => ({ emitWithAck: (...parts: readonly unknown[]) => (asked.push(parts), answer) }),
    on: (event: string, listener: never) => void listeners.set(event, listener),
  };
  return { asked, listeners, envelopes: makeEnvelopes(socket as never) };
};

describe('envelopes of a window', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('[SK6] are sent with who is meant, and answered with who got them', async () => {
    const { asked, envelopes } = answering(true, Promise.resolve({ got: [line] }));
    expect(await envelopes.send(frame)).toEqual({ got: [line] });
    expect(asked).toEqual([['relay', frame]]);
  });

  it('[SK6] are not kept while there is no line, and lost where no answer comes', async () => {
    const down = answering(false, Promise.resolve({ got: [line] }));
    expect(await down.envelopes.send(frame)).toBeNull();
    expect(down.asked).toEqual([]);
    const silent = answering(true, Promise.reject(new Error('operation has timed out')));
    expect(await silent.envelopes.send(frame)).toBeNull();
  });

  it('[EE3] are heard until nobody listens any more, and what nobody hears is kept for who comes next', () => {
    const { listeners, envelopes } = answering(true, Promise.resolve());
    const comes = (sealed: string): void => listeners.get('relay')?.({ from: line, sealed });
    const [heard, later]: [string[], string[]] = [[], []];
    comes('before');
    const stop = envelopes.hear(({ sealed }) => heard.push(sealed));
    comes('while');
    stop();
    for (let n = 0; n < 101; n += 1) comes(`after ${n}`);
    envelopes.hear(({ sealed }) => later.push(sealed));
    expect(heard).toEqual(['before', 'while']);
    expect([later.length, later[0], later.at(-1)]).toEqual([100, 'after 1', 'after 100']);
  });

  it('[EE3] are kept for ten seconds and no longer, and only those that our server would take', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    const { listeners, envelopes } = answering(true, Promise.resolve());
    const comes = (sealed: string): void => listeners.get('relay')?.({ from: line, sealed });
    const heard: string[] = [];
    comes('old');
    now.mockReturnValue(6_000);
    comes('late');
    comes('x'.repeat(4_097));
    now.mockReturnValue(11_000);
    envelopes.hear(({ sealed }) => heard.push(sealed));
    expect(heard).toEqual(['late']);
  });
});

import type { LineId } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
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
    off: (event: string) => void listeners.delete(event),
  };
  return { asked, listeners, envelopes: makeEnvelopes(socket as never) };
};

describe('envelopes of a window', () => {
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

  it('[SK6] are heard until nobody listens any more', () => {
    const { listeners, envelopes } = answering(true, Promise.resolve());
    const heard: unknown[] = [];
    const stop = envelopes.hear((envelope) => heard.push(envelope));
    const envelope = { from: line, sealed: 'x' };
    listeners.get('relay')?.(envelope);
    stop();
    expect([heard, listeners.size]).toEqual([[envelope], 0]);
  });
});

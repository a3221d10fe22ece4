import { getEventListeners } from 'node:events';
import type { Room } from 'livekit-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { session } from '../state/store.ts';
import { stayJoined } from './join.ts';

const window = new EventTarget();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
});
afterEach(() => {
  session.setState(session.getInitialState());
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Somebody without a line whose page tries to join, with what its questions for a ticket come to. */
const staying = (asked: (url: string, init: { signal: AbortSignal }) => Promise<never>) => {
  vi.stubGlobal('fetch', asked);
  session.setState({ link: 'down' });
  const leaving = new AbortController();
  const room = { on: () => undefined } as unknown as Room;
  const entry = { sessionId: 's', token: 't', identity: 'i' };
  return { leaving, stay: stayJoined(room, entry, () => undefined, leaving.signal) };
};

it('leaves nothing behind for each try while the media server is away, and ends a pause when one leaves', async () => {
  const asked = vi.fn(() => Promise.reject(new Error('nobody there')));
  const { leaving, stay } = staying(asked);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked.mock.calls.length).toBeGreaterThan(5);
  expect(getEventListeners(leaving.signal, 'abort')).toHaveLength(1);
  expect(getEventListeners(window, 'online')).toHaveLength(1);
  leaving.abort();
  await stay;
  expect(getEventListeners(leaving.signal, 'abort')).toEqual([]);
  expect(getEventListeners(window, 'online')).toEqual([]);
});

it('[ML7] tries again at once when our own line is back', async () => {
  const asked = vi.fn(() => Promise.reject(new Error('nobody there')));
  const { leaving, stay } = staying(asked);
  await vi.advanceTimersByTimeAsync(60_000);
  // The longest pause has just begun.
  const before = asked.mock.calls.length;
  while (asked.mock.calls.length === before) await vi.advanceTimersByTimeAsync(100);
  session.setState({ link: 'up' });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.mock.calls.length).toBe(before + 2);
  leaving.abort();
  await stay;
});

it('[ML7] gives a question up that hangs, and begins its pauses anew, when our own line is back', async () => {
  const asked = vi.fn(
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error)),
      ),
  );
  const { leaving, stay } = staying(asked);
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledTimes(1);
  session.setState({ link: 'up' });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toHaveBeenCalledTimes(2);
  leaving.abort();
  await stay;
});

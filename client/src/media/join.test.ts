import { getEventListeners } from 'node:events';
import type { Room } from 'livekit-client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { stayJoined } from './join.ts';

const window = new EventTarget();
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('leaves nothing behind for each try while the media server is away, and ends a pause when one leaves', async () => {
  const asked = vi.fn(() => Promise.reject(new Error('nobody there')));
  vi.stubGlobal('fetch', asked);
  const leaving = new AbortController();
  const room = { on: () => undefined } as unknown as Room;
  const entry = { sessionId: 's', token: 't', identity: 'i' };
  const stay = stayJoined(room, entry, () => undefined, leaving.signal);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(asked.mock.calls.length).toBeGreaterThan(5);
  expect(getEventListeners(leaving.signal, 'abort')).toHaveLength(1);
  expect(getEventListeners(window, 'online')).toHaveLength(1);
  leaving.abort();
  await stay;
  expect(getEventListeners(leaving.signal, 'abort')).toEqual([]);
  expect(getEventListeners(window, 'online')).toEqual([]);
});

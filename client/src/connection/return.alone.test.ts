// When a page comes back after its network was away: the whole schedule, on a clock that tests move.

import type { View } from '@tele-balint/shared/view/view';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openLine } from './socket.ts';

type Listener = (...parts: never[]) => void;

/** Milliseconds that socket.io waits at most between two attempts. */
const BETWEEN = 750;
const room = { kind: 'room', version: 2, now: 1 } as unknown as View;

let there: boolean;
/** Attempts that began while nothing could get through. */
let lost: number;
const listeners = new Map<string, Listener>();
const tell = (event: string, part?: unknown) => listeners.get(event)?.(part as never);
const on = (event: string, listener: Listener) => void listeners.set(event, listener);

/** socket.io as its manager tries: one attempt after the other, each for as long as it may take. */
const socket = {
  connected: false,
  active: true,
  within: 0,
  failed: 0,
  tries: Infinity,
  timer: undefined as ReturnType<typeof setTimeout> | undefined,
  io: { on, timeout: (ms: number) => void (socket.within = ms) },
  on,
  emit: () => undefined,
  connect: () => {
    socket.failed = 0;
    socket.attempt(() => undefined);
  },
  disconnect: () => clearTimeout(socket.timer),
  attempt: (failed: () => void) => {
    if (there) {
      socket.connected = true;
      tell('connect');
      return;
    }
    lost += 1;
    socket.timer = setTimeout(() => {
      failed();
      socket.again();
    }, socket.within);
  },
  again: () => {
    if (socket.failed === socket.tries) return tell('reconnect_failed');
    socket.timer = setTimeout(() => {
      socket.failed += 1;
      tell('reconnect_attempt');
      socket.attempt(() => tell('reconnect_error'));
    }, BETWEEN);
  },
  breaks: () => {
    socket.connected = false;
    socket.failed = 0;
    tell('disconnect', 'ping timeout');
    socket.again();
  },
};
vi.mock('socket.io-client', () => ({
  io: ({ reconnectionAttempts = Infinity }) => {
    socket.tries = reconnectionAttempts;
    return socket;
  },
}));

const window = new EventTarget();
beforeEach(() => {
  [there, lost] = [true, 0];
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  vi.stubGlobal('fetch', () => (there ? Promise.resolve({ ok: true }) : new Promise(() => undefined)));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How long after the network's return the page is connected, where it was away for so long. */
const returnAfter = async (away: number): Promise<number> => {
  const line = await openLine('session', crypto.randomUUID());
  tell('view', room);
  there = false;
  socket.breaks();
  await vi.advanceTimersByTimeAsync(away);
  there = true;
  const since = performance.now();
  while (!socket.connected) await vi.advanceTimersByTimeAsync(10);
  line.close();
  return performance.now() - since;
};

it('[RC13] whenever the network returns in five minutes, a page connects within 2.75 s of it', async () => {
  const aways = [
    ...Array.from({ length: 80 }, (_, n) => 250 * n),
    ...Array.from({ length: 10 }, (_, n) => 290_000 + 130 * n),
  ];
  const took: number[] = [];
  for (const away of aways) took.push(await returnAfter(away));
  // The first attempt of all may be lost, and the pause after it; from then on requests look for the server each second.
  expect(Math.max(...took)).toBeLessThanOrEqual(2_000 + BETWEEN + 10);
  const later = took.filter((_, n) => (aways[n] ?? 0) > 5_000);
  expect(Math.max(...later)).toBeLessThanOrEqual(1_010);
});

it('[RC13] five minutes without a network cost no more WebSockets than twelve seconds do', async () => {
  await returnAfter(300_000);
  expect(lost).toBe(4);
});

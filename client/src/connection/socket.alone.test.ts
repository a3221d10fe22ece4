import type { OverView, View } from '@tele-balint/shared/view/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLine } from './socket.ts';
import { session } from '../state/store.ts';

type Listener = (...parts: never[]) => void;

/** A socket that does nothing by itself and counts how often it was asked to connect. */
const fake = {
  listeners: new Map<string, Listener>(),
  connects: 0,
  connected: false,
  active: false,
  io: { timeout: () => undefined, on: () => undefined },
  on: (event: string, listener: Listener) => void fake.listeners.set(event, listener),
  emit: () => undefined,
  connect: () => void (fake.connects += 1),
  disconnect: () => {
    fake.connected = false;
    fake.tell('disconnect', 'io client disconnect');
  },
  tell: (event: string, part?: unknown) => fake.listeners.get(event)?.(part as never),
};
vi.mock('socket.io-client', () => ({ io: () => fake }));

const window = new EventTarget();
const over = (reason: OverView['reason']) =>
  ({ kind: 'over', version: 3, now: 1, reason, group: '', forgottenAt: null }) as unknown as View;
const room = { kind: 'room', version: 2, now: 1 } as unknown as View;

/** A line that has come up and shown this view. */
const lineWith = async (view: View) => {
  const line = await openLine('session', crypto.randomUUID());
  fake.connected = true;
  fake.tell('connect');
  fake.tell('view', view);
  return line;
};
const networkReturns = () => window.dispatchEvent(new Event('online'));

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  vi.stubGlobal('removeEventListener', window.removeEventListener.bind(window));
  fake.connects = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the line of a window', () => {
  it('[SC6] connects when the network returns, as long as the page has a place', async () => {
    const line = await lineWith(room);
    fake.tell('disconnect', 'transport close');
    networkReturns();
    expect(fake.connects).toBe(2);
    fake.tell('disconnect', 'io server disconnect');
    vi.advanceTimersByTime(1_000);
    expect(fake.connects).toBe(3);
    line.close();
    networkReturns();
    expect(fake.connects).toBe(3);
  });

  it('[RC13] the network’s return begins an attempt anew, and a line that was silent, and no other', async () => {
    const line = await lineWith(room);
    networkReturns();
    expect(fake.connects).toBe(1);
    vi.advanceTimersByTime(6_500);
    networkReturns();
    expect(fake.connects).toBe(2);
    networkReturns();
    expect(fake.connects).toBe(3);
    line.close();
  });

  it.each(['left', 'over', 'removed', 'moved'] as const)(
    '[SC6] after the last page (%s) only a person connects',
    async (reason) => {
      const line = await lineWith(room);
      fake.tell('disconnect', 'io server disconnect');
      fake.tell('view', over(reason));
      networkReturns();
      vi.advanceTimersByTime(60_000);
      expect(fake.connects).toBe(1);
      line.comeBack();
      expect(fake.connects).toBe(2);
      expect(session.getState()).toMatchObject({ link: 'connecting', view: null });
      line.close();
    },
  );

  it('[SC6] nobody sits down in two windows because the network returned', async () => {
    const line = await lineWith(room);
    fake.tell('connect_error', { message: 'elsewhere' });
    networkReturns();
    expect(fake.connects).toBe(1);
    line.close();
  });

  it('[SC4] the last page answers what was asked before it', async () => {
    const line = await lineWith(room);
    const answer = line.send({ type: 'leave' });
    fake.tell('view', over('left'));
    expect(await answer).toEqual({ ok: true });
    line.close();
  });

  it('[SC7] a refusal that passes is asked again by itself, and stands until it has passed', async () => {
    const line = await lineWith(room);
    fake.tell('disconnect', 'transport close');
    fake.tell('connect_error', { message: 'unavailable' });
    expect(session.getState().link).toBe('unavailable');
    vi.advanceTimersByTime(2_000);
    expect(fake.connects).toBe(2);
    expect(session.getState().link).toBe('unavailable');
    line.close();
  });

  it('a new line begins with nothing known', async () => {
    const line = await lineWith(over('left'));
    line.close();
    expect(session.getState().view).toBeNull();
  });
});

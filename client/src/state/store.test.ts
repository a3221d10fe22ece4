import type { View } from '@tele-balint/shared/view/view';
import { describe, expect, it } from 'vitest';
import { serverTime } from '../connection/server-clock.ts';
import { isBroken, isNewer, NOTHING_KNOWN, session, withLineDown, withLineUp, withView } from './store.ts';

const view = (version: number, now: number) => ({ kind: 'door', version, now }) as unknown as View;

describe('the store', () => {
  it('[SK1] takes the newer view, by version and then by the clock', () => {
    expect(isNewer(view(4, 10), view(5, 9), false)).toBe(true);
    expect(isNewer(view(4, 10), view(4, 11), false)).toBe(true);
    expect(isNewer(view(4, 10), view(3, 99), false)).toBe(false);
  });

  it('[SK1] always takes the first view of a connection', () => {
    const known = withView(withLineUp(session.getState()), view(9, 10), 0);
    const again = withView(withLineUp(withLineDown(known, 5)), view(2, 50), 6);
    expect(again.view?.version).toBe(2);
    expect(again.returns).toBe(1);
    expect(withView(again, view(1, 60), 7).view?.version).toBe(2);
  });

  it('[SK1] hears the clock by the least delayed message', () => {
    let state = withView(withLineUp(session.getState()), view(1, 1_000), 100);
    state = withView(state, view(2, 1_100), 350);
    expect(state.clock && serverTime(state.clock, 400)).toBe(1_300);
  });
});

describe('the state of the line', () => {
  it('[SC7] all but up and connecting, where no page of its own says why, is a broken line', () => {
    expect((['down', 'too-soon', 'unavailable'] as const).map(isBroken)).toEqual([true, true, true]);
    expect((['up', 'connecting', 'elsewhere', 'removed'] as const).some(isBroken)).toBe(false);
  });

  it('[FW1] remembers whether the circle was ever shown', () => {
    const door = withView(withLineUp(NOTHING_KNOWN), view(1, 1), 0);
    expect(door.sat).toBe(false);
    const seated = withView(door, { ...view(2, 2), kind: 'room' } as View, 1);
    expect(withView(seated, { ...view(3, 3), kind: 'over' } as View, 2).sat).toBe(true);
  });
});

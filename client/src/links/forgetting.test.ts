import type { OverView, View } from '@tele-balint/shared/view/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import { fakeStorage } from '../testing/storage.ts';
import { type Link, takeLink } from './address.ts';
import { forgetWhenOver } from './forgetting.ts';
import { setShared } from './remembered.ts';
import { keptRoomKey } from './room-key.ts';
import { forgetToken, keepLeft, keepToken, keptToken, sweepTokens } from './seat-token.ts';
import { NOTHING_KNOWN, session } from '../state/store.ts';

const DAY = 24 * 60 * 60 * 1_000;
const [sessionId, invitation, roomSecret] = ['s'.repeat(24), 'i'.repeat(43), 'r'.repeat(43)];
const openLink = () => {
  vi.stubGlobal('location', { pathname: `/s/${sessionId}`, hash: `#${invitation}.${roomSecret}` });
  return takeLink();
};
const reload = () => {
  vi.stubGlobal('location', { pathname: `/s/${sessionId}`, hash: '' });
  return takeLink();
};
const over = (reason: OverView['reason']) => ({ kind: 'over', reason }) as unknown as View;
const everythingKept = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

let link: Link;
let stop = () => undefined as void;
beforeEach(async () => {
  vi.stubGlobal('localStorage', fakeStorage());
  vi.stubGlobal('sessionStorage', fakeStorage());
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('history', { replaceState: () => undefined });
  link = (await openLink())?.link ?? expect.fail('no link');
  // As a leader's page does.
  link.roomSecret.settle('keep');
  await keepToken(link, { token: 'the-token', open: false });
  session.setState(NOTHING_KNOWN);
  stop = forgetWhenOver(link, { token: 'the-token', open: false });
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what outlives a session in the browser', () => {
  it.each([
    ['its end', { view: over('over'), sat: true }],
    ['an answer that it is over', { link: 'over' }],
  ] as const)('[SC5] after %s neither the token nor the secrets do', async (_, state) => {
    expect(everythingKept()).toMatch(/the-token.*iiii.*rrrr/);
    session.setState(state);
    await vi.waitFor(() => expect(everythingKept()).not.toContain('the-token'));
    expect(everythingKept()).not.toMatch(/iiii|rrrr/);
    expect(await reload()).toMatchObject({ link: null, over: true });
    await vi.waitFor(async () => expect(await keptRoomKey(link)).toBeNull());
    expect(await openLink()).toMatchObject({ link: { sessionId, invitation }, over: false });
  });

  it('[SC5] who left comes back, and who was removed is told why', async () => {
    for (const reason of ['left', 'removed'] as const) {
      session.setState({ view: over(reason), sat: true });
      expect(await keptToken(link)).toMatchObject({ token: 'the-token' });
      expect((await reload())?.link).toMatchObject({ sessionId, invitation });
    }
  });

  it('[SC6] that somebody left is kept until they sit again', async () => {
    const left = async () => (await keptToken(link))?.left;
    session.setState({ view: { kind: 'room' } as View, sat: true });
    expect(await left()).toBe(false);
    session.setState({ view: over('left'), sat: true });
    await vi.waitFor(async () => expect(await left()).toBe(true));
    session.setState({ view: null, sat: true });
    expect(await left()).toBe(true);
    session.setState({ view: { kind: 'room' } as View, sat: true });
    await vi.waitFor(async () => expect(await left()).toBe(false));
    expect([(await openLink())?.link?.opened, (await reload())?.link?.opened]).toEqual([true, false]);
  });

  it.each(['not-today', 'removed'] as const)('[SC5] by the open link one asks anew after %s', async (why) => {
    for (const state of [
      { view: over(why), sat: true },
      { link: why, view: null },
    ]) {
      session.setState(NOTHING_KNOWN);
      await keepToken(link, { token: 'the-token', open: true });
      expect(await keptToken(link)).toMatchObject({ token: 'the-token', open: true });
      const end = forgetWhenOver(link, { token: 'the-token', open: true });
      session.setState(state);
      await vi.waitFor(async () => expect(await keptToken(link)).toBeNull());
      expect((await reload())?.link).toMatchObject({ sessionId, invitation });
      end();
    }
  });

  it('[SC5] at a shared computer the room’s key goes with who leaves, and elsewhere it stays', async () => {
    session.setState({ view: over('left'), sat: true });
    expect(await keptRoomKey(link)).not.toBeNull();
    setShared(true);
    session.setState({ view: over('left'), sat: true, link: 'up' });
    await vi.waitFor(async () => expect(await keptRoomKey(link)).toBeNull());
  });

  it('[SC5] who went away from the door asks anew with the same link', async () => {
    session.setState({ view: over('left'), sat: false });
    await vi.waitFor(async () => expect(await keptToken(link)).toBeNull());
    expect((await reload())?.link).toMatchObject({ sessionId, invitation });
  });

  it('[SC5] tokens older than fifteen days go when a page begins, and so do those of an unknown age', async () => {
    localStorage.setItem('tele-balint:seat:x:y', 'a token without a date');
    localStorage.setItem('something else', 'stays');
    vi.useFakeTimers({ now: Date.now() + 15 * DAY - 60_000, toFake: ['Date'] });
    sweepTokens();
    expect(await keptToken(link)).toMatchObject({ token: 'the-token' });
    expect(everythingKept()).not.toContain('a token without a date');
    vi.setSystemTime(Date.now() + 120_000);
    sweepTokens();
    expect(await keptToken(link)).toBeNull();
    expect(localStorage.getItem('something else')).toBe('stays');
  });

  it('[SC5] a token for a date is kept until fifteen days after it [HS10]', async () => {
    const date = Date.now() + 200 * DAY;
    await keepToken(link, { token: 'the-token', open: true }, date);
    vi.useFakeTimers({ now: date + 15 * DAY - 60_000, toFake: ['Date'] });
    sweepTokens();
    expect(await keptToken(link)).toMatchObject({ token: 'the-token', open: true });
    vi.setSystemTime(Date.now() + 120_000);
    sweepTokens();
    expect(await keptToken(link)).toBeNull();
  });

  it('[DR7] a window forgets, changes and replaces its own token only, not what another one has got by the same link', async () => {
    const kept = { token: 'the-token', open: false };
    const before = everythingKept();
    expect(await keepToken(link, { token: 'a-second-one', open: false })).toMatchObject(kept);
    await keepLeft(link, 'a-second-one', true);
    await forgetToken(link, 'a-second-one');
    expect(everythingKept()).toBe(before);
    expect(await keepToken(link, kept)).toMatchObject(kept);
    await forgetToken(link, 'the-token');
    expect(await keptToken(link)).toBeNull();
  });

  it('[DR7] where another window’s token lies, going away from the door leaves it there', async () => {
    await forgetToken(link, 'the-token');
    await keepToken(link, { token: 'of-another-window', open: false });
    session.setState({ view: over('left'), sat: false });
    session.setState({ view: { kind: 'room' } as View, sat: true });
    session.setState({ view: over('over'), sat: true });
    // The link goes in the same step: by then everything has been asked for.
    await vi.waitFor(async () => expect(await keptRoomKey(link)).toBeNull());
    expect(await keptToken(link)).toMatchObject({ token: 'of-another-window', left: false });
  });

  it('[SC5] leaving and coming back make a token neither younger nor older', async () => {
    const date = Date.now() + 40 * DAY;
    const kept = { token: 'the-token', open: false };
    await keepToken(link, kept, date);
    const written = everythingKept();
    session.setState({ view: { kind: 'room' } as View, sat: true });
    session.setState({ view: over('left'), sat: true });
    await vi.waitFor(async () => expect(await keptToken(link)).toMatchObject({ ...kept, left: true }));
    vi.useFakeTimers({ now: date + 15 * DAY - 60_000, toFake: ['Date'] });
    sweepTokens();
    expect(await keptToken(link)).toMatchObject({ left: true });
    session.setState({ view: { kind: 'room' } as View, sat: true });
    await vi.waitFor(() => expect(everythingKept()).toBe(written));
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../testing/storage.ts';
import { isShared, remember, remembered, rememberDevices, setShared } from './remembered.ts';
import { keepToken, keptToken } from './seat-token.ts';

const HALF_A_YEAR = 180 * 24 * 60 * 60_000;
const mei = {
  name: 'Mei Lin',
  profession: 'Nursing',
  agreed: 'What is said stays here.',
  microphoneId: 'a1',
  cameraId: null,
};
const link = { sessionId: 's'.repeat(24), invitation: 'i'.repeat(43), roomSecret: 'r'.repeat(43) };
const everything = () => JSON.stringify({ ...localStorage });

beforeEach(() => {
  vi.stubGlobal('localStorage', fakeStorage());
  vi.stubGlobal('sessionStorage', fakeStorage());
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what a browser remembers', () => {
  it('[LB12] of who came in: name, profession, agreement and devices, for half a year', () => {
    expect(remembered()).toBeNull();
    vi.useFakeTimers();
    remember(mei);
    rememberDevices({ microphoneId: 'a1', cameraId: 'b2' });
    vi.advanceTimersByTime(HALF_A_YEAR);
    expect(remembered()).toMatchObject({ ...mei, cameraId: 'b2' });
    vi.advanceTimersByTime(1);
    expect(remembered()).toBeNull();
    expect(everything()).toBe('{}');
  });

  it('[LB12] of who did not come in: nothing, not their devices either', () => {
    rememberDevices({ microphoneId: 'a1', cameraId: 'b2' });
    expect(everything()).toBe('{}');
  });

  it('[LB12] at a shared computer nothing, and what was there is gone at once', async () => {
    remember(mei);
    setShared(true);
    expect(everything()).not.toMatch(/Mei|a1|said/);
    remember(mei);
    rememberDevices({ microphoneId: 'a1', cameraId: 'b2' });
    await keepToken(link, { token: 'the-token', open: false });
    expect(remembered()).toBeNull();
    expect(everything()).not.toMatch(/Mei|a1|said|the-token/);
    expect(await keptToken(link)).toMatchObject({ token: 'the-token' });
    expect(isShared()).toBe(true);
    setShared(false);
    expect(everything()).toBe('{}');
  });

  it('[LB12] without a storage nothing, and nothing breaks', () => {
    vi.unstubAllGlobals();
    remember(mei);
    setShared(true);
    expect([remembered(), isShared()]).toEqual([null, false]);
  });
});

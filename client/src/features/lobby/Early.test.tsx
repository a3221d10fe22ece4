// @vitest-environment happy-dom
import { DAY, HOUR, type Instant, MINUTE } from '@tele-balint/shared/vocabulary';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lookAs } from '../../testing/look.ts';
import { Early } from './Early.tsx';

/** The evening, and the device's clock three days before it, half an hour before midnight. */
const startsAt = new Date(2030, 2, 14, 18, 30).getTime();
const THEN = new Date(2030, 2, 11, 23, 30).getTime();
const look = lookAs({ startsAt: startsAt as Instant, opensAt: (startsAt - 15 * MINUTE) as Instant });

describe('the page before the time', () => {
  let root: Root;
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const lede = () => document.querySelector('main p')?.textContent;
  const show = (ahead = 0) =>
    act(async () =>
      root.render(
        <Early
          {...{ look, startsAt, ahead, calendar: null, devices: null }}
          onDoor={() => expect.fail('nobody pressed')}
        />,
      ),
    );

  beforeEach(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    vi.useFakeTimers({ now: THEN, toFake: ['Date', 'setInterval', 'clearInterval'] });
    root = createRoot(document.body.appendChild(document.createElement('div')));
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    document.body.replaceChildren();
    vi.useRealTimers();
  });

  it('[LB20] tells the days anew as they pass', async () => {
    await show();
    expect(lede()).toMatch(/^In 3 days,/);
    await pass(31 * MINUTE);
    expect(lede()).toMatch(/^In 2 days,/);
    await pass(DAY);
    expect(lede()).toMatch(/^Tomorrow,/);
    await pass(DAY);
    expect(lede()).toMatch(/^Today,/);
  });

  it('[LB20] tells them at once when it is seen again after a sleep', async () => {
    await show();
    vi.setSystemTime(THEN + DAY);
    expect(lede()).toMatch(/^In 3 days,/);
    await act(async () => document.dispatchEvent(new Event('visibilitychange')));
    expect(lede()).toMatch(/^In 2 days,/);
  });

  it('[LB20] counts from the server’s clock', async () => {
    await show(HOUR);
    expect(lede()).toMatch(/^In 2 days,/);
  });
});

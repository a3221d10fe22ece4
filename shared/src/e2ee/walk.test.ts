import { describe, expect, it } from 'vitest';
import { walk } from './testing/explore.ts';
import type { Bounds, Broken } from './testing/walk.ts';

const none = { rekeys: 1, beats: 0, windows: 0, met: false, leaves: false, stolen: false };
/** Pages of which nobody knows anybody, and a server without the link. */
const CIRCLE: Bounds = { ...none, pages: 3, rekeys: 0, beats: 2 };
const SERVER: Bounds = { ...none, pages: 2, rekeys: 2 };
/** Page 2 leaves with all that it had, and helps the server from then on. */
const LEAVE: Bounds = { ...none, pages: 3, met: true, leaves: true };
/** Page 1 is copied once in one of four times five minutes. */
const THEFT: Bounds = { ...none, pages: 2, met: true, windows: 3, stolen: true };

describe('every course of a small model', { timeout: 120_000 }, () => {
  const whole: [string, Bounds, number][] = [
    ['who is confirmed sees the same list', CIRCLE, 792],
    ['the server opens nothing', SERVER, 725],
    ['who left opens nothing that is sealed after', LEAVE, 17_845],
    ['a theft opens neither what was long before nor what is long after', THEFT, 29_396],
  ];
  it.each(whole)('[EE7] %s', (_what, bounds, states) => {
    expect(walk(bounds)).toEqual({ states, wrong: null });
  });

  const broken: [Broken, Bounds, string][] = [
    ['noMac', SERVER, 'a page without the link is in a roster'],
    ['noPsk', SERVER, 'the server opens what is said'],
    ['wrapsToWhoLeft', LEAVE, 'who left opens what is said after'],
    ['noComparison', CIRCLE, 'who is confirmed sees another list'],
    ['noCount', CIRCLE, 'who is confirmed sees another list'],
    ['oldPairs', THEFT, 'a theft opens what is said long after'],
    ['noBurn', THEFT, 'a theft opens what was said long before'],
    ['withheldStays', THEFT, 'a theft opens what is said long after'],
  ];
  it.each(broken)('[EE7] sees that something is wrong without a safeguard: %s', (what, bounds, wrong) => {
    expect(walk(bounds, what).wrong).toBe(wrong);
  });
});

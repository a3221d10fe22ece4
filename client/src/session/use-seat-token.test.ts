import { describe, expect, it } from 'vitest';
import type { OverView } from '@tele-balint/shared/view';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { isSessionOver } from './use-seat-token.ts';

const over = (reason: OverView['reason']): OverView => ({
  kind: 'over',
  version: 1,
  now: 1 as Instant,
  reason,
  group: '',
  forgottenAt: null,
});

describe('the seat token', () => {
  it('[SC5] leaves the browser when the session is over, and stays where it says why', () => {
    expect(isSessionOver({ link: 'over', view: null })).toBe(true);
    expect(isSessionOver({ link: 'up', view: over('ended') })).toBe(true);
    expect(isSessionOver({ link: 'up', view: over('removed') })).toBe(false);
    expect(isSessionOver({ link: 'up', view: over('left') })).toBe(false);
  });
});

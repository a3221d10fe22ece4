import type { ClockView, RoomView } from '@tele-balint/shared/view';
import type { PhaseKind } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { centreOf, shareOf, timeWords } from './centre-model.ts';

const view = (kind: PhaseKind, you: object = {}) =>
  ({
    course: { kind, clock: null },
    presenter: 'c',
    places: [{ seat: 'c', name: 'Claire Dubois' }],
    you: { seat: 'm', comeIn: null, ...you },
  }) as unknown as RoomView;

describe('the middle', () => {
  it('[CR14] says the phase and what it asks, to the presenter in their own words', () => {
    expect(centreOf(view('presentation')).text).toContain('Claire tells the case');
    expect(centreOf(view('presentation', { seat: 'c' })).text).toContain('You tell the case');
    expect(centreOf(view('discussion')).sub).toContain('about Claire, not to Claire');
    expect(centreOf(view('discussion', { seat: 'c', comeIn: 'none' })).title).toBe('You are sitting back');
  });

  it.each(['presentation', 'questions', 'pushBack', 'discussion', 'return'] as const)(
    '[CR14] names nobody in %s where the presenter was removed',
    (kind) => {
      const { text, sub } = centreOf({ ...view(kind), places: [] });
      expect(`${text} ${sub ?? ''}`).toContain('The presenter is not here any more.');
      expect(`${text} ${sub ?? ''}`).not.toMatch(/^ |to \.|about ,/);
    },
  );

  it('[CR15] fills the rim with the share of time, stands still while held, and never overflows', () => {
    const clock = { since: 0, endsAt: 100, held: null } as unknown as ClockView;
    expect(shareOf(null, 5)).toBeNull();
    expect(shareOf(clock, 25)).toBe(0.25);
    expect(shareOf(clock, 900)).toBe(1);
    expect(shareOf({ ...clock, held: 40 } as ClockView, 90)).toBe(0.4);
  });

  it('[CR16] says the rim by thirds', () => {
    expect(timeWords(0.35)).toContain('a third');
    expect(timeWords(0.5)).toContain('half');
    expect(timeWords(0.7)).toContain('two thirds');
    expect(timeWords(1)).toBe('The time for this phase has passed.');
  });
});

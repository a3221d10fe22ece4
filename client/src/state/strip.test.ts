import { COURSES, numbered } from '@tele-balint/shared/protocol/courses';
import { describe, expect, it } from 'vitest';
import { markOf, stripOf } from './strip.ts';

const drawn = (id: string): string =>
  stripOf(COURSES.find((course) => course.id === id)!.steps)
    .map(({ mark, minutes }) => `${mark} ${minutes}`)
    .join(', ');

describe('the evening to scale', () => {
  it('draws each timed step in the shape of whose time it is', () => {
    expect(drawn('online60')).toBe('settle 5, tell 10, all 5, back 30, tell 5, settle 5');
    expect(drawn('two120')).toBe(
      'settle 5, tell 8, all 6, back 30, tell 6, pause 10, tell 8, all 6, back 30, tell 6, settle 5',
    );
    expect(drawn('noPushBack90')).toBe('settle 10, tell 15, all 50, settle 15');
    expect(drawn('first90')).toBe('settle 10, all 15, settle 5, tell 10, all 5, back 30, tell 5, settle 10');
  });

  it('follows what a step says itself, and draws nothing of no length', () => {
    const [back] = numbered([['questions', 5, { presenterSeat: 'back', voice: { presenter: 'none' } }]]);
    expect(markOf(back!)).toBe('back');
    const [zero, less] = numbered([
      ['call', 0],
      ['call', -5],
    ]);
    expect(stripOf([zero!, less!])).toEqual([]);
  });
});

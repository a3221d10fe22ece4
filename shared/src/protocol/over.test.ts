import { expect, it } from 'vitest';
import { laidOver } from './over.ts';
import type { StepId } from '../vocabulary.ts';
import type { Over, Step } from './steps.ts';

const stepOf = (kind: Step['kind'], over?: Over): Step => ({
  id: 'one' as StepId,
  kind,
  minutes: 5,
  ...(over && { over }),
});

// `said`: what the step says before; `more`: what is laid over it; `left`: what it says then, `undefined` = nothing of its own.
it.each<{ kind: Step['kind']; said?: Over; more: Over; left: Over | undefined }>([
  { kind: 'discussion', more: { voice: { leader: 'open' } }, left: undefined },
  { kind: 'discussion', more: { voice: { leader: 'none' } }, left: { voice: { leader: 'none' } } },
  { kind: 'discussion', more: { camera: { member: 'none' } }, left: { camera: { member: 'none' } } },
  { kind: 'discussion', more: { camera: { member: 'open' } }, left: undefined },
  { kind: 'discussion', more: { presenterSeat: 'circle' }, left: { presenterSeat: 'circle' } },
  { kind: 'discussion', more: { presenterSeat: 'back' }, left: undefined },
  {
    kind: 'discussion',
    said: { camera: { presenter: 'none' }, presenterSeat: 'circle' },
    more: { camera: { member: 'none' } },
    left: { camera: { presenter: 'none', member: 'none' }, presenterSeat: 'circle' },
  },
  { kind: 'discussion', said: { presenterSeat: 'circle' }, more: { presenterSeat: 'back' }, left: undefined },
])('[PH2] a $kind that says $said says $left after $more', ({ kind, said, more, left }) => {
  expect(laidOver(stepOf(kind, said), more)).toStrictEqual(stepOf(kind, left));
});

it.each(['none', 'soft'] as const)(
  '[PH2] a clock that members see as %s stands only where its kind differs',
  (memberClock) => {
    const other = memberClock === 'none' ? 'soft' : 'none';
    const once = laidOver(stepOf('presentation'), { memberClock });
    const back = laidOver(once, { memberClock: other });
    expect([once, back].filter(({ over }) => over === undefined)).toHaveLength(1);
    expect([once, back].find(({ over }) => over !== undefined)?.over).toHaveProperty('memberClock');
    expect(laidOver(back, { voice: { leader: 'open' } }).over?.memberClock).toBe(back.over?.memberClock);
  },
);

import { describe, expect, it } from 'vitest';
import type { OverView } from '@tele-balint/shared/view';
import type { Instant } from '@tele-balint/shared/vocabulary';
import { MESSAGES } from '../../text/text.ts';
import { problemOf, remainsOf } from './farewell-model.ts';

const view: OverView = {
  kind: 'over',
  version: 1,
  now: 1_000 as Instant,
  reason: 'ended',
  group: '',
  forgottenAt: 901_000 as Instant,
};
const REASONS: readonly OverView['reason'][] = [
  'ended',
  'left',
  'removed',
  'not-today',
  'elsewhere',
  'revoked-link',
];

describe('the last page', () => {
  it.each(REASONS)('[FW1] has a title and a text for %s', (reason) => {
    expect(MESSAGES[`farewell.${reason}`]).toBeTruthy();
    expect(MESSAGES[`farewell.${reason}Text`]).toBeTruthy();
  });

  it('[FW2] tells until when names and course are kept, and that they are destroyed then', () => {
    expect(remainsOf(view)).toEqual({ kind: 'kept', until: 901_000 });
    expect(remainsOf({ ...view, now: 901_000 as Instant })).toEqual({ kind: 'destroyed', until: 901_000 });
  });

  it('[FW2] promises nothing about a session that still runs', () => {
    expect(remainsOf({ ...view, reason: 'left', forgottenAt: null })).toEqual({ kind: 'nothing-to-say' });
  });

  it('[FW3] offers a way on only where there is one', () => {
    expect(problemOf('reload').way).toBe('reload');
    expect(problemOf('network').way).toBe('again');
    expect(problemOf('unknown-link')).toEqual({ title: 'problem.title', way: 'none' });
    expect(problemOf('removed')).toEqual({ title: 'farewell.removed', way: 'none' });
  });
});

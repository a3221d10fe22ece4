import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { protocols } from '../testing/protocols.ts';
import type { StepId } from '../vocabulary.ts';
import { protocolOf } from './presets.ts';
import { protocolShape } from './read.ts';
import { COURSE_IDS, rowOf, USUAL_EVENING, type Over, type Step } from './steps.ts';
import type { PhaseKind } from './phases.ts';

const step = (id: string, kind: PhaseKind, over?: Over): Step => ({
  id: id as StepId,
  kind,
  minutes: null,
  ...(over && { over }),
});

describe('a course that is handed in', () => {
  it.each(COURSE_IDS)('[PH8] every course to choose from can be opened (%s)', (preset) => {
    for (const protect of [true, false])
      expect(protocolShape.parse(protocolOf(preset, protect))).toEqual(protocolOf(preset, protect));
  });

  it('[PH8] whatever can be run is read as it was written', () => {
    fc.assert(
      fc.property(protocols(), (protocol) => {
        expect(protocolShape.parse(JSON.parse(JSON.stringify(protocol)))).toEqual(protocol);
      }),
    );
  });

  it('[PH8] is refused with a word that is none, and without a step', () => {
    const refused = (steps: readonly unknown[]) =>
      !protocolShape.safeParse({ ...USUAL_EVENING, madeFrom: null, steps }).success;
    expect(refused([])).toBe(true);
    expect(refused([{ id: 'a', kind: 'dance', minutes: null }])).toBe(true);
    expect(refused([{ id: 'a', kind: 'call', minutes: -1 }])).toBe(true);
    expect(refused([{ id: 'a', kind: 'call', minutes: null, over: { space: 'debrief' } }])).toBe(true);
    expect(refused([step('a', 'discussion')])).toBe(true);
    expect(refused([step('a', 'call')])).toBe(false);
  });
});

describe('the row of a step', () => {
  it('[PH1] is that of its kind, with what the step says itself laid over it', () => {
    const row = rowOf(
      step('a', 'questions', {
        voice: { member: 'floor' },
        camera: { outer: 'none' },
        presenterSeat: 'back',
        memberClock: 'none',
      }),
    );
    expect(row).toMatchObject({
      voice: { leader: 'open', presenter: 'open', member: 'floor', outer: 'none' },
      camera: { leader: 'open', outer: 'none' },
      presenterSeat: 'back',
      memberClock: 'none',
      needsPresenter: true,
    });
    expect(rowOf(step('a', 'questions')).voice.member).toBe('open');
  });
});

import { describe, expect, it } from 'vitest';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { ADDABLE } from '@tele-balint/shared/protocol/kinds';
import type { StepId } from '@tele-balint/shared/vocabulary';
import { added, removed, withMinutes, withPresenter, withStoryProtected } from './edits.ts';
import { minutesSaid, oneMinute, tableOf } from './editor-model.ts';

const start = (id: Parameters<typeof protocolOf>[0] = 'online60'): NamedCourse => ({
  name: 'Ours',
  protocol: protocolOf(id, true),
});
const id = (text: string) => text as StepId;

describe('the table of the editor', () => {
  it('[ED1] has a row for each step, with what it takes, who may speak, and when it begins', () => {
    const { rows } = tableOf(start());
    expect(
      rows.map(({ kind, from, minutes, presenter, member, outer, mark }) =>
        [kind, from, minutes, presenter, member, outer, mark].join(' '),
      ),
    ).toEqual([
      'arrive 0 5  open open settle',
      'call 5   open none settle',
      'presentation 5 10 open floor none tell',
      'questions 15 5 open open none all',
      'pushBack 20  back open none back',
      'discussion 20 30 back open none back',
      'return 50 5 open open none tell',
      'closing 55 5  open open settle',
    ]);
  });

  it('[ED1] comes to minutes and cases, and says whether the story is protected', () => {
    const one = tableOf(start());
    expect([one.minutes, one.cases, one.protectsStory, one.works]).toEqual([60, 1, true, true]);
    expect(tableOf(start('two120'))).toMatchObject({ minutes: 120, cases: 2 });
    expect(tableOf(withStoryProtected(false)(start())).protectsStory).toBe(false);
  });

  it('[ED2] tells what is wrong at the step that it concerns, and which steps need a look', () => {
    const table = tableOf(removed(id('s7'))(start()));
    expect(table.rows.map(({ faults }) => faults).flat()).toEqual(['no-way-back']);
    expect([table.wrong, table.works]).toEqual([['s6'], false]);
    expect(tableOf(withPresenter(id('s7'), 'none')(start())).wrong).toEqual(['s7']);
    const bare = { ...start(), protocol: { ...start().protocol, steps: [] } };
    expect(tableOf(bare)).toMatchObject({ rows: [], faults: ['no-steps'], works: false, minutes: 0 });
  });

  it('[ED2] counts no minutes that are none', () => {
    const table = tableOf(withMinutes(id('s3'), -10)(start()));
    expect([table.minutes, table.rows[3]!.from, table.wrong]).toEqual([50, 5, ['s3']]);
  });

  it('[ED1] offers every kind in which all have a place', () => {
    expect(ADDABLE).toEqual(
      expect.arrayContaining(['quiet', 'round', 'talk', 'break', 'discussion', 'return', 'call']),
    );
    expect(ADDABLE).not.toContain('leaving');
    for (const kind of ADDABLE)
      expect(tableOf(added(kind, id('s2'))(start())).rows.flatMap(({ faults }) => faults)).not.toContain(
        'nobody-there',
      );
  });

  it('reads minutes as they are typed, and counts by one without going below it', () => {
    expect(['', ' 12 ', '1,5', '-3', 'ten'].map(minutesSaid)).toEqual([null, 12, 1.5, -3, undefined]);
    expect(oneMinute({ kind: 'round', minutes: null }, 1)).toBe(10);
    expect(oneMinute({ kind: 'call', minutes: null }, -1)).toBe(5);
    expect(oneMinute({ kind: 'call', minutes: 1 }, -1)).toBe(1);
    expect(oneMinute({ kind: 'call', minutes: 7 }, 1)).toBe(8);
  });
});

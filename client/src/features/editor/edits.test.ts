import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { readCourse, writeCourse } from '@tele-balint/shared/protocol/course-file';
import { faultsOf } from '@tele-balint/shared/protocol/faults';
import { ADDABLE } from '@tele-balint/shared/protocol/kinds';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import { rowOf, type PhaseKind } from '@tele-balint/shared/protocol/steps';
import type { StepId } from '@tele-balint/shared/vocabulary';
import {
  added,
  movedBy,
  movedTo,
  removed,
  renamed,
  repeated,
  withCamera,
  withClock,
  withEvening,
  withMinutes,
  withPresenter,
  withStoryProtected,
  withTitle,
  withVoice,
} from './edits.ts';
import { edited, opened, undone, type Editing } from './history.ts';
import { caseRepeated, remedied, remedyOf } from './remedies.ts';

const start = (id: Parameters<typeof protocolOf>[0] = 'online60'): NamedCourse => ({
  name: 'Ours',
  protocol: protocolOf(id, true),
});
const kinds = ({ protocol }: NamedCourse) => protocol.steps.map(({ kind }) => kind);
const ids = ({ protocol }: NamedCourse) => protocol.steps.map(({ id }) => id as string);
const idOf = ({ protocol }: NamedCourse, kind: PhaseKind): StepId =>
  protocol.steps.find((step) => step.kind === kind)!.id;
const stepOf = ({ protocol }: NamedCourse, kind: PhaseKind) =>
  protocol.steps.find((step) => step.kind === kind)!;

describe('editing a course', () => {
  it('[ED1] adds a step after another or at the end, with the minutes of its kind and an id of its own', () => {
    const course = added('quiet', idOf(start(), 'arrive'))(start());
    expect(kinds(course).slice(0, 3)).toEqual(['arrive', 'quiet', 'call']);
    expect(course.protocol.steps[1]).toEqual({ id: 's9', kind: 'quiet', minutes: 2 });
    expect(kinds(added('round', null)(course)).at(-1)).toBe('round');
  });

  it('[ED1] removes, repeats and moves a step, and leaves the ends where they are', () => {
    const course = start();
    const discussion = idOf(course, 'discussion');
    expect(kinds(removed(discussion)(course))).not.toContain('discussion');
    const twice = repeated(discussion)(withTitle(discussion, 'Imagine')(course));
    expect(twice.protocol.steps.map(({ title }) => title).filter(Boolean)).toEqual(['Imagine', 'Imagine']);
    expect(new Set(ids(twice)).size).toBe(9);
    expect(kinds(movedBy(discussion, -1)(course))[4]).toBe('discussion');
    expect(kinds(movedTo(discussion, 99)(course)).at(-1)).toBe('discussion');
    expect(kinds(movedTo(discussion, -3)(course))[0]).toBe('discussion');
    const first = course.protocol.steps[0]!.id;
    expect(movedBy(first, -1)(course)).toBe(course);
  });

  it('[ED1] keeps of what a step says itself only what its kind does not say', () => {
    const course = start();
    const discussion = idOf(course, 'discussion');
    const stays = withPresenter(discussion, 'open')(course);
    expect(stepOf(stays, 'discussion').over).toEqual({
      presenterSeat: 'circle',
      voice: { presenter: 'open' },
    });
    expect(stepOf(withPresenter(discussion, 'back')(stays), 'discussion')).toEqual(
      stepOf(course, 'discussion'),
    );
    const byHand = withVoice(discussion, 'member', 'floor')(course);
    expect(rowOf(stepOf(byHand, 'discussion')).voice.member).toBe('floor');
    expect(withVoice(discussion, 'member', 'open')(byHand)).toEqual(course);
    const hidden = withClock(discussion, 'none')(withCamera(discussion, 'none')(course));
    expect(stepOf(hidden, 'discussion').over).toEqual({ camera: { presenter: 'none' }, memberClock: 'none' });
  });

  it('[ED1] gives back the very course where nothing changes', () => {
    const course = start('noPushBack90');
    const discussion = idOf(course, 'discussion');
    for (const edit of [
      withMinutes(discussion, 50),
      withTitle(discussion, ' '),
      withPresenter(discussion, 'open'),
      withPresenter(idOf(course, 'closing'), 'back'),
      withVoice(discussion, 'outer', 'none'),
      withStoryProtected(true),
      withEvening({ reentry: 'leaders', debrief: true }),
      renamed('Ours'),
      removed('nobody' as StepId),
      repeated('nobody' as StepId),
      movedBy('nobody' as StepId, 1),
    ])
      expect(edit(course)).toBe(course);
  });

  it('[ED1] takes out of titles and names what cannot be seen', () => {
    const course = renamed(' Our\u202e Thursday ')(
      withTitle(idOf(start(), 'call'), ' Wer hat\n einen Fall? ')(start()),
    );
    expect([course.name, stepOf(course, 'call').title]).toEqual(['Our Thursday', 'Wer hat einen Fall?']);
  });

  it('[ED1] repeats the last case, with a call of its own before it', () => {
    const two = caseRepeated(0)(start());
    expect(kinds(two).filter((kind) => kind === 'call')).toHaveLength(2);
    expect(kinds(two).at(-1)).toBe('closing');
    expect(faultsOf(two.protocol)).toEqual([]);
    const bare = { ...start(), protocol: { ...start().protocol, steps: [] } };
    expect(caseRepeated(0)(bare)).toBe(bare);
  });

  it('[ED2] mends by one press what one press can mend', () => {
    const course = start();
    const mended = (broken: NamedCourse) => {
      const [first] = faultsOf(broken.protocol);
      const remedy = remedyOf(first!.fault)!;
      return faultsOf(remedied(first!.step!, remedy)(broken).protocol);
    };
    const back = idOf(course, 'return');
    expect(mended(removed(back)(course))).toEqual([]);
    expect(mended(withPresenter(back, 'none')(course))).toEqual([]);
    const forty = Array.from({ length: 40 - course.protocol.steps.length }, () => added('quiet', null));
    const most = forty.reduce((one, edit) => edit(one), course);
    expect(faultsOf(most.protocol)).toEqual([]);
    expect(mended(added('quiet', null)(most))).toEqual([]);
    expect(remedyOf('long-evening')).toBeNull();
  });

  const edits = fc
    .tuple(fc.nat(13), fc.nat(40), fc.nat(13))
    .map(([what, at, which]) => (course: NamedCourse) => {
      const { steps } = course.protocol;
      const id = steps[at % Math.max(1, steps.length)]?.id ?? ('nobody' as StepId);
      const flag = which % 2 === 0;
      return [
        added(ADDABLE[which % ADDABLE.length]!, id),
        added(ADDABLE[which % ADDABLE.length]!, null),
        removed(id),
        repeated(id),
        movedTo(id, which),
        movedBy(id, flag ? 1 : -1),
        withMinutes(id, flag ? null : which),
        withTitle(id, flag ? '' : `Title ${which}`),
        withVoice(id, flag ? 'member' : 'outer', (['open', 'floor', 'none'] as const)[which % 3]!),
        withPresenter(id, (['open', 'floor', 'none', 'back'] as const)[which % 4]!),
        withCamera(id, flag ? 'open' : 'none'),
        withClock(id, flag ? 'soft' : 'none'),
        withStoryProtected(flag),
        caseRepeated(0),
      ][what]!(course);
    });

  it('[ED3] is taken back step by step to where it began, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 40 }), (list) => {
        const was: Editing[] = [opened(start())];
        for (const edit of list) {
          const next = edited(was.at(-1)!, edit);
          if (next !== was.at(-1)) was.push(next);
        }
        let editing = was.at(-1)!;
        for (const before of was.toReversed()) {
          expect(editing.course).toEqual(before.course);
          editing = undone(editing);
        }
        expect(undone(editing)).toBe(editing);
      }),
    );
  });

  it('[ED1] never gives two steps one id, and is kept in a file wherever it can be run', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 40 }), (list) => {
        const course = list.reduce((one, edit) => edit(one), start());
        expect(new Set(ids(course)).size).toBe(ids(course).length);
        const faults = faultsOf(course.protocol);
        expect(faults.map(({ fault }) => fault)).not.toContain('twice');
        const read = readCourse(writeCourse(course));
        expect(read.ok).toBe(faults.length === 0);
        if (read.ok) expect(read.protocol.steps).toEqual(course.protocol.steps);
      }),
    );
  });

  it('[ED3] takes a word back as a whole, and the minutes after it apart', () => {
    const call = idOf(start(), 'call');
    let editing = opened(start());
    for (const title of ['W', 'We', 'Wer'])
      editing = edited(editing, withTitle(call, title), `title ${call}`);
    editing = edited(editing, withMinutes(call, 3), `minutes ${call}`);
    expect(editing.past).toHaveLength(2);
    expect(stepOf(undone(editing).course, 'call')).toMatchObject({ title: 'Wer', minutes: null });
    expect(undone(undone(editing)).course).toEqual(start());
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COURSES } from './courses.ts';
import { readCourse, writeCourse, type FileRefusal } from './course-file.ts';
import { protocolOf } from './presets.ts';

type Json = Record<string, unknown>;
type Row = Json & { over?: Json };

const WRITTEN = writeCourse({ name: 'Our Thursday', protocol: protocolOf('online60', true) });

/** The file with something changed in it. */
const broken = (change: (file: Json, steps: Row[]) => unknown): string => {
  const file = JSON.parse(WRITTEN) as Json;
  return JSON.stringify(change(file, file['steps'] as Row[]) ?? file);
};
const refusalsOf = (text: string): readonly FileRefusal[] => {
  const answer = readCourse(text);
  return answer.ok ? [] : answer.refusals;
};

const at = (row: number | null, field: string | null, reason: FileRefusal['reason']) => ({
  row,
  field,
  reason,
});
const discussion = COURSES[1]!.steps.findIndex(({ kind }) => kind === 'discussion');

describe('a broken file', () => {
  it.each<[what: string, text: string, ...refusals: FileRefusal[]]>([
    ['nothing', '', at(null, null, 'not-json')],
    ['a picture', '\u0089PNG\r\n', at(null, null, 'not-json')],
    ['half of it', WRITTEN.slice(0, 200), at(null, null, 'not-json')],
    ['two of them', WRITTEN + WRITTEN, at(null, null, 'not-json')],
    ['a far too long one', WRITTEN + ' '.repeat(70_000), at(null, null, 'too-large')],
    ['deep brackets', '['.repeat(60_000), at(null, null, 'not-json')],
    ['null', 'null', at(null, null, 'not-a-course')],
    ['a number', '7', at(null, null, 'not-a-course')],
    ['a list', '[]', at(null, 'format', 'not-a-course')],
    ['an empty object', '{}', at(null, 'format', 'not-a-course')],
    ['another format', broken((file) => ({ ...file, format: 'ics' })), at(null, 'format', 'not-a-course')],
    ['no version', broken((file) => void delete file['version']), at(null, 'version', 'wrong-value')],
    ['version 0', broken((file) => ({ ...file, version: 0 })), at(null, 'version', 'wrong-value')],
    ['version 2.5', broken((file) => ({ ...file, version: 2.5 })), at(null, 'version', 'wrong-value')],
    ['a newer version', broken((file) => ({ ...file, version: 4 })), at(null, 'version', 'newer')],
    ['no name', broken((file) => void delete file['name']), at(null, 'name', 'missing')],
    [
      'a name of 61 letters',
      broken((file) => ({ ...file, name: 'x'.repeat(61) })),
      at(null, 'name', 'wrong-value'),
    ],
    [
      'a name that turns around',
      broken((file) => ({ ...file, name: 'a\u202eb' })),
      at(null, 'name', 'wrong-value'),
    ],
    ['a number for a name', broken((file) => ({ ...file, name: 7 })), at(null, 'name', 'wrong-value')],
    [
      'an unknown field',
      broken((file) => ({ ...file, patient: 'M.' })),
      at(null, 'patient', 'unknown-field'),
    ],
    [
      'a prototype',
      WRITTEN.replace('{', '{"__proto__":{"ok":true},'),
      at(null, '__proto__', 'unknown-field'),
    ],
    [
      'a re-entry of nobody',
      broken((file) => ({ ...file, reentry: 'members' })),
      at(null, 'reentry', 'wrong-value'),
    ],
    [
      'a ring that is maybe',
      broken((file) => ({ ...file, outerRing: 'yes' })),
      at(null, 'outerRing', 'wrong-value'),
    ],
    ['no wait', broken((file) => void delete file['presenterWait']), at(null, 'presenterWait', 'missing')],
    ['a wait of an hour', broken((file) => ({ ...file, presenterWait: 3_600 })), at(null, null, 'wait')],
    ['a whole night to stay', broken((file) => ({ ...file, leavingMinutes: 600 })), at(null, null, 'stay')],
    ['no debrief', broken((file) => ({ ...file, debrief: null })), at(null, 'debrief', 'wrong-value')],
    ['no steps', broken((file) => ({ ...file, steps: [] })), at(null, null, 'no-steps')],
    ['steps in a text', broken((file) => ({ ...file, steps: 'call' })), at(null, 'steps', 'wrong-value')],
    [
      'a step that is none',
      broken((_, steps) => void steps.splice(2, 1, null as unknown as Row)),
      at(3, null, 'wrong-value'),
    ],
    ['a step without a kind', broken((_, steps) => void delete steps[1]!['kind']), at(2, 'kind', 'missing')],
    ['a dance', broken((_, steps) => void (steps[1]!['kind'] = 'dance')), at(2, 'kind', 'wrong-value')],
    [
      'a kind of every object',
      broken((_, steps) => void (steps[1]!['kind'] = 'toString')),
      at(2, 'kind', 'wrong-value'),
    ],
    [
      'minutes in words',
      broken((_, steps) => void (steps[0]!['minutes'] = '5')),
      at(1, 'minutes', 'wrong-value'),
    ],
    ['minutes below nothing', broken((_, steps) => void (steps[0]!['minutes'] = -5)), at(1, null, 'minutes')],
    ['half a minute', broken((_, steps) => void (steps[0]!['minutes'] = 0.5)), at(1, null, 'minutes')],
    ['minutes without end', WRITTEN.replace('"minutes": 5', '"minutes": 1e999'), at(1, null, 'minutes')],
    ['thirteen hours', broken((_, steps) => void (steps[0]!['minutes'] = 780)), at(1, null, 'long-step')],
    ['an id of somebody else', broken((_, steps) => void (steps[3]!['id'] = '../s1')), at(4, null, 'id')],
    ['a doubled id', broken((_, steps) => void (steps[3]!['id'] = 's1')), at(4, null, 'twice')],
    [
      'a title of 61 letters',
      broken((_, steps) => void (steps[2]!['title'] = 'x'.repeat(61))),
      at(3, null, 'title'),
    ],
    [
      'a title that is a list',
      broken((_, steps) => void (steps[2]!['title'] = [])),
      at(3, 'title', 'wrong-value'),
    ],
    ['a note', broken((_, steps) => void (steps[2]!['note'] = 'M., 54')), at(3, 'note', 'unknown-field')],
    [
      'a voice of everybody',
      broken((_, steps) => void (steps[2]!.over = { voice: { all: 'open' } })),
      at(3, 'over.voice.all', 'unknown-field'),
    ],
    [
      'a list of voices',
      broken((_, steps) => void (steps[2]!.over = { voice: [] })),
      at(3, 'over.voice', 'wrong-value'),
    ],
    [
      'a loud voice',
      broken((_, steps) => void (steps[2]!.over = { voice: { member: 'loud' } })),
      at(3, 'over.voice.member', 'wrong-value'),
    ],
    [
      'a space',
      broken((_, steps) => void (steps[2]!.over = { space: 'debrief' })),
      at(3, 'over.space', 'unknown-field'),
    ],
    [
      'a presenter heard outside',
      broken((_, steps) => void (steps[discussion]!.over = { voice: { presenter: 'open' } })),
      at(discussion + 1, null, 'heard-outside'),
    ],
    [
      'no return',
      broken((_, steps) => void steps.splice(discussion + 1, 1)),
      at(discussion + 1, null, 'no-way-back'),
    ],
    [
      'a chair back in closing',
      broken((_, steps) => void (steps.at(-1)!.over = { presenterSeat: 'back' })),
      at(COURSES[1]!.steps.length, null, 'back-outside-case'),
    ],
    ['a leaving', broken((_, steps) => void (steps[1]!['kind'] = 'leaving')), at(2, null, 'nobody-there')],
    [
      'a thousand steps',
      broken((file) => ({
        ...file,
        steps: Array.from({ length: 1_000 }, (_, n) => ({ id: `n${n}`, kind: 'call', minutes: 1 })),
      })),
      at(41, null, 'many-steps'),
    ],
    [
      'two faults',
      broken((file, steps) => {
        file['name'] = 7;
        steps[0]!['x'] = 1;
      }),
      at(null, 'name', 'wrong-value'),
      at(1, 'x', 'unknown-field'),
    ],
  ])('[CF2] is refused with %s, at its place', (_what, text, ...refusals) => {
    expect(refusalsOf(text)).toEqual(refusals);
  });

  it('[CF2] is read or refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.anything(), (text, value) => {
        expect(readCourse(text).ok).toBe(false);
        const file = { ...(JSON.parse(WRITTEN) as Json), steps: value };
        expect(readCourse(JSON.stringify(file) ?? '').ok).toBe(false);
      }),
    );
  });
});

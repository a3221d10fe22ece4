import type { Hex } from '@tele-balint/shared/e2ee/bytes';
import { describe, expect, it } from 'vitest';
import { type Hearer, type SealingSnapshot, UNSEALED } from '../../media/e2ee/sealing-model.ts';
import { SAFETY_WORDS } from '../../text/en-safety-words.ts';
import { changesSince, privacyOf, safetyWords, troubleOf } from './private-model.ts';

const hearer = (mid: string, line: string, since: number): Hearer => ({
  mid: mid as Hex,
  line,
  names: [`Dr ${line}`],
  since,
});

describe('whether this is private', () => {
  it.each([
    [false, { own: 'armed' }, 'unsealed'],
    [true, { own: 'off' }, 'starting'],
    [true, { own: 'starting' }, 'starting'],
    [true, { own: 'refused' }, 'refused'],
    [false, { own: 'refused', refusal: 'withdrawn' }, 'refused'],
    [true, { own: 'armed' }, 'sealed'],
    [true, { own: 'armed', alarm: ['line'] }, 'sealed'],
    [true, { own: 'armed', alarm: ['key'] }, 'alarmed'],
    [true, { own: 'armed', alarm: ['line', 'stray'] }, 'alarmed'],
    [true, { own: 'armed', alarm: ['roster'] }, 'alarmed'],
    [true, { own: 'starting', alarm: ['roster'] }, 'starting'],
  ] satisfies [boolean, Partial<SealingSnapshot>, string][])(
    'is told as it is here, whatever the server says [SE1] %#',
    (sealed, is, told) => expect(privacyOf(sealed, { ...UNSEALED, ...is })).toBe(told),
  );

  it('tells beside each name only what is not well [SE1]', () => {
    const lines = { a: 'sealed', b: 'waiting', c: 'cannot-open', d: 'blocked' } as const;
    expect(['a', 'b', 'c', 'd', 'e', null].map((one) => troubleOf(one, lines))).toEqual([
      null,
      'waiting',
      'cannot-open',
      'blocked',
      null,
      null,
    ]);
  });
});

describe('the four words', () => {
  it('are out of 1,024, each read once and in no other spelling [SE2]', () => {
    expect(SAFETY_WORDS).toHaveLength(1024);
    expect(new Set(SAFETY_WORDS).size).toBe(1024);
    expect(SAFETY_WORDS.filter((word) => !/^[a-z]{4,9}$/.test(word))).toEqual([]);
  });

  it('stand only when all of them are there [SE2]', () => {
    expect([safetyWords('none'), safetyWords('coming')]).toEqual([null, null]);
    expect(safetyWords([0, 1, 1022, 1023])).toEqual([...SAFETY_WORDS.slice(0, 2), ...SAFETY_WORDS.slice(-2)]);
  });

  it('are asked for once, and after that only what changed is told, the latest last [SE2]', () => {
    const before = [hearer('a1', 'a', 1), hearer('b1', 'b', 2), hearer('c1', 'c', 3)];
    const compared = { at: 10, hearers: before };
    expect(changesSince(compared, before)).toEqual([]);
    const now = [hearer('d1', 'd', 30), hearer('a1', 'a', 1), hearer('b2', 'b', 20)];
    expect(changesSince(compared, now)).toEqual([
      { kind: 'newDevice', names: ['Dr b'], since: 20 },
      { kind: 'came', names: ['Dr d'], since: 30 },
      { kind: 'gone', names: ['Dr c'] },
    ]);
  });
});

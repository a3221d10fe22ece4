import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text, toHex } from './bytes.ts';
import { LONGEST_CONTACT, LONGEST_NOTE } from '../longest.ts';
import { asWritten, letterBytes, readLetter, type Content } from './letter.ts';
import { LETTER } from './messages.ts';

const note = (value: string): Content => ({ kind: 'note', number: 7, text: value });
const written = (kind: 'note' | 'contact') =>
  fc.record({
    kind: fc.constant(kind),
    number: fc.integer({ min: 1, max: 0xffff_ffff }),
    text: fc
      .string({ unit: 'grapheme', maxLength: 140 })
      .map((typed) => asWritten(kind, typed))
      .filter((value) => kind === 'contact' || value !== ''),
  });
const contents: fc.Arbitrary<Content> = fc.oneof(
  written('note'),
  written('contact'),
  fc.record({ kind: fc.constant('taken' as const), number: fc.integer({ min: 1, max: 0xffff_ffff }) }),
);

describe('what is sealed in a letter', () => {
  it('[LT1] whatever it says is as many bytes, and is read as it was written', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const bytes = letterBytes(content) ?? expect.fail(JSON.stringify(content));
        expect(bytes).toHaveLength(LETTER);
        expect(readLetter(bytes)).toEqual(content);
      }),
    );
    expect(letterBytes(note('𝄞'.repeat(LONGEST_NOTE)))).toHaveLength(LETTER);
  });

  it('[LT1] what is empty, too long, not composed, of two lines or turned around is neither written nor read', () => {
    const unfit: Content[] = [
      ...['', 'x'.repeat(LONGEST_NOTE + 1), 'Zo\u0308e', 'one\ntwo', 'a\u202eb', 'a\u2066b', 'a\u2028b'].map(
        note,
      ),
      { kind: 'contact', number: 1, text: 'x'.repeat(LONGEST_CONTACT + 1) },
    ];
    for (const content of unfit) expect(letterBytes(content), JSON.stringify(content)).toBeNull();
    expect(letterBytes({ kind: 'contact', number: 1, text: '' })).not.toBeNull();
    const longer = letterBytes(note('x'.repeat(LONGEST_CONTACT + 1))) ?? expect.fail();
    const said = (at: number, byte: number) =>
      readLetter(longer.map((one, place) => (place === at ? byte : one)));
    expect(said(0, 1)).not.toBeNull();
    // The same bytes called a contact are too long for one; called an answer they say too much; no other kind is known.
    for (const kind of [0, 2, 3, 4]) expect(said(0, kind)).toBeNull();
    expect(said(8, 0x0a)).toBeNull();
  });

  it('[LT1] whatever bytes come, reading never throws, and what is read is written as the same bytes', () => {
    const same = (bytes: Uint8Array): void => {
      const content = readLetter(bytes);
      if (content !== null) expect(toHex(letterBytes(content) ?? text(''))).toBe(toHex(bytes));
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: LETTER + 2 }), same));
    fc.assert(
      fc.property(contents, fc.nat(LETTER - 1), fc.nat(7), (content, at, bit) => {
        const bytes = letterBytes(content) ?? expect.fail();
        same(bytes.map((byte, place) => (place === at ? byte ^ (1 << bit) : byte)));
        expect(readLetter(bytes.subarray(1))).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('[LT1] nothing may stand in what fills it up', () => {
    const bytes = letterBytes(note('hm')) ?? expect.fail();
    expect(readLetter(bytes.map((byte, at) => (at === LETTER - 1 ? 1 : byte)))).toBeNull();
  });

  it('what is typed is brought into one line and cut at the longest', () => {
    expect(asWritten('note', '  shall we\n move on?\u202e ')).toBe('shall we move on?');
    expect([...asWritten('note', '𝄞'.repeat(200))]).toHaveLength(LONGEST_NOTE);
    expect(asWritten('contact', '0'.repeat(200))).toHaveLength(LONGEST_CONTACT);
  });
});

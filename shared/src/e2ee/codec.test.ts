import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, join, toHex, type Bytes } from './bytes.ts';
import { decode, part } from './decode.ts';
import { encode } from './encode.ts';
import { LETTER, LONGEST_MESSAGE, MOST_NAMES, MOST_PEERS, SIGNATURE, type Message } from './messages.ts';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((b) => Uint8Array.from(b));
const hex = (length: number) => bytes(length).map(toHex);
const epoch = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constant(0xffff_ffff));
const name = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((n) => n.normalize('NFC'))
  .filter((n) => [...n].length <= 60);
const id = fc.stringMatching(/^[a-z0-9-]{1,64}$/);
const byMid = <T>(of: (one: T) => string) => ({
  selector: of,
  comparator: (one: string, other: string) => one === other,
});

const hello = fc.record({
  type: fc.constant('hello' as const),
  mid: hex(16),
  identity: hex(32),
  receiving: hex(32),
  epoch,
  line: id,
  media: id,
  names: fc.array(name, { minLength: 1, maxLength: MOST_NAMES }),
  mac: bytes(32),
});
const wrap = fc.record({ to: hex(16), tag: bytes(4), enc: bytes(32), ct: bytes(48) });
const keys = fc.record({
  type: fc.constant('keys' as const),
  mid: hex(16),
  epoch,
  receiving: hex(32),
  commitment: hex(32),
  wraps: fc
    .uniqueArray(wrap, { minLength: 1, maxLength: MOST_PEERS, ...byMid(({ to }: { to: string }) => to) })
    .map((wraps) => wraps.toSorted((one, other) => (one.to < other.to ? -1 : 1))),
});
const ack = fc.record({ type: fc.constant('ack' as const), mid: hex(16), of: hex(16), epoch });
const opened = fc.record({ mid: hex(16), epoch, commitment: hex(16) });
const beat = fc.record({
  type: fc.constant('beat' as const),
  mid: hex(16),
  count: epoch,
  roster: hex(32),
  opened: fc
    .uniqueArray(opened, { maxLength: MOST_PEERS, ...byMid(({ mid }: { mid: string }) => mid) })
    .map((list) => list.toSorted((one, other) => (one.mid < other.mid ? -1 : 1))),
});
const commit = fc.record({ type: fc.constant('commit' as const), mid: hex(16), roster: hex(32), c: hex(32) });
const reveal = fc.record({
  type: fc.constant('reveal' as const),
  mid: hex(16),
  roster: hex(32),
  r: bytes(16),
});
const letter = fc.record({
  ...{ type: fc.constant('letter' as const), mid: hex(16), count: epoch },
  ...{ to: hex(16), tag: bytes(4), enc: bytes(32), ct: bytes(LETTER + 16) },
});
const messages: fc.Arbitrary<Message> = fc.oneof(hello, keys, ack, beat, commit, reveal, letter);

const holds = (looks: (message: Message, body: Bytes) => void, numRuns = 300) =>
  fc.assert(
    fc.property(messages, (message) => looks(message, encode(message))),
    { numRuns },
  );

const flip = (body: Bytes, at: number, bit: number): Bytes =>
  Uint8Array.from(body, (byte, place) => (place === at ? byte ^ (1 << bit) : byte));

/** Where the numbers of names, receivers and opened keys stand. */
const countAt = (message: Message): number | null => {
  if (message.type === 'hello') return 18 + 64 + 4 + 2 + message.line.length + 2 + message.media.length;
  if (message.type === 'keys') return 18 + 4 + 64;
  return message.type === 'beat' ? 18 + 4 + 32 : null;
};

describe('messages as bytes', () => {
  it('[EE2] what is written is read as it was, within the length of an envelope', () => {
    holds((message, body) => {
      expect(decode(body)).toEqual(message);
      expect(body.length + SIGNATURE).toBeLessThanOrEqual(LONGEST_MESSAGE);
    });
  });

  it('[EE2] whatever is cut short or has something after it is refused', () => {
    holds((_message, body) => {
      for (let end = 0; end < body.length; end += 1) expect(decode(body.subarray(0, end))).toBeNull();
      expect(decode(join(body, new Uint8Array(1)))).toBeNull();
    }, 60);
  });

  it('[EE2] a changed version, type or count is refused', () => {
    holds((message, body) => {
      for (let bit = 0; bit < 8; bit += 1) {
        expect(decode(flip(body, 0, bit))).toBeNull();
        const other = decode(flip(body, 1, bit));
        if (other !== null) expect(other.type).not.toBe(message.type);
        const at = countAt(message);
        if (at !== null) expect(decode(flip(body, at, bit))).toBeNull();
      }
    });
  });

  it('[EE2] whatever bytes come, reading never throws, and what is read is written as the same bytes', () => {
    const same = (body: Bytes): void => {
      const message = decode(body);
      if (message !== null) expect(toHex(encode(message))).toBe(toHex(body));
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (b) => same(Uint8Array.from(b))),
      { numRuns: 2_000 },
    );
    fc.assert(
      fc.property(messages, fc.nat(), fc.nat(7), (message, at, bit) => {
        const body = encode(message);
        same(flip(body, at % body.length, bit));
      }),
      { numRuns: 2_000 },
    );
  });

  const page = { mid: '00'.repeat(16), identity: '11'.repeat(32), receiving: '22'.repeat(32) };
  const ada = { ...page, type: 'hello' as const, epoch: 1, line: 'l', media: 'm', names: ['Ada'] };
  const helloOf = (patch: object) => decode(encode({ ...ada, mac: new Uint8Array(32), ...patch }));

  it('[EE2] names are one to six, of one to 60 characters, composed; lines have 1 to 64 bytes; epochs begin at 1', () => {
    expect(helloOf({ names: ['x'.repeat(60)] })).not.toBeNull();
    expect(helloOf({ names: ['𝄞'.repeat(60)] })).not.toBeNull();
    expect(helloOf({ names: ['x'.repeat(61)] })).toBeNull();
    expect(helloOf({ names: [''] })).toBeNull();
    expect(helloOf({ names: ['Zo\u0308e'] })).toBeNull();
    expect(helloOf({ names: Array(6).fill('a') })).not.toBeNull();
    expect(helloOf({ names: Array(7).fill('a') })).toBeNull();
    expect(helloOf({ names: [] })).toBeNull();
    expect(helloOf({ line: 'x'.repeat(64) })).not.toBeNull();
    expect(helloOf({ line: 'x'.repeat(65) })).toBeNull();
    expect(helloOf({ media: '' })).toBeNull();
    expect(helloOf({ epoch: 0 })).toBeNull();
  });

  it('[EE2] text that is no UTF-8 is refused', () => {
    const body = encode({ ...ada, mac: new Uint8Array(32) });
    const at = body.length - 32 - 1;
    expect(decode(body.map((byte, place) => (place === at ? 0xff : byte)))).toBeNull();
  });

  it('[EE2] a list out of order, or with somebody twice, is refused', () => {
    const list = (...mids: string[]) =>
      decode(
        encode({
          ...{ type: 'beat', mid: page.mid, count: 1, roster: page.identity },
          opened: mids.map((mid) => ({ mid, epoch: 1, commitment: page.mid })),
        }),
      );
    const [one, two] = ['01'.repeat(16), '02'.repeat(16)];
    expect(list(one, two)).not.toBeNull();
    expect(list(two, one)).toBeNull();
    expect(list(one, one)).toBeNull();
  });

  it('[EE2] what came is parted from its signature, within the lengths of an envelope', () => {
    expect(part(new Uint8Array(SIGNATURE))).toBeNull();
    expect(part(new Uint8Array(LONGEST_MESSAGE + 1))).toBeNull();
    expect(part(fromHex('ab'.repeat(LONGEST_MESSAGE)))?.body.length).toBe(LONGEST_MESSAGE - SIGNATURE);
    expect(part(fromHex('ab'.repeat(65)))?.signature.length).toBe(SIGNATURE);
  });
});

// Valid samples with something wrong in them: what a fuzz tries, drawn by a seed and so the same each time.

import * as fc from 'fast-check';

/** What has broken readers of text somewhere. */
const NASTY = [
  ...[
    '',
    '\0',
    '\u202e',
    '\ud800',
    '\udfff\ud800',
    '\ufeff',
    'e\u0301',
    '\u{1f469}\u200d\u{1f4bb}',
    '%00',
    '%ff%fe',
    '%2e%2e%2f',
  ],
  ...[
    '../../etc/passwd',
    "' OR 1=1--",
    '${jndi:x}',
    '{{7*7}}',
    '<script>',
    '\r\nx: y',
    '\r\n\r\n',
    '__proto__',
    'constructor',
  ],
  ...[
    'null',
    'true',
    '[]',
    '{}',
    'NaN',
    'Infinity',
    '1e309',
    '-0',
    '0x10',
    '9007199254740993',
    '-1',
    '0.5',
    `1${'0'.repeat(400)}`,
  ],
  ...[
    '"',
    '\\',
    '\\u0000',
    '\\ud800',
    ',',
    ':',
    '}',
    ']',
    '\t',
    'a'.repeat(70),
    'ä'.repeat(3_000),
    '\u0001',
    'toString',
  ],
];
const BROKEN_VALUES = [
  ...['null', 'true', '-1', '0', '1e309', '1e-400', '0.1', '"x"', '""', '[]', '{}', '[[]]', '{"toJSON":1}'],
  ...[
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '"\\ud800"',
    '"\\u202e"',
  ],
  ...[
    '['.repeat(40) + ']'.repeat(40),
    '{"a":'.repeat(40) + '1' + '}'.repeat(40),
    `"${'y'.repeat(5_000)}"`,
    '"__proto__"',
  ],
];

type Change<T> = (whole: T) => T;
const place = fc.nat();
const nasty = fc.constantFrom(...NASTY);
const value = fc.constantFrom(...BROKEN_VALUES);

/** One of the places at which a pattern fits has something else there. */
const replaceOne =
  (pattern: RegExp, at: number, by: (found: string) => string): Change<string> =>
  (text: string) => {
    const found = [...text.matchAll(pattern)];
    const one = found[at % Math.max(found.length, 1)];
    if (one === undefined) return text;
    return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length);
  };

const JSON_VALUE =
  /(?<=[:[,]\s{0,9})("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|\{\}|\[\])(?=\s{0,9}[,}\]])/g;

const textChange: fc.Arbitrary<Change<string>> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(place, value).map(([at, by]) => replaceOne(JSON_VALUE, at, () => by)) },
  {
    weight: 2,
    arbitrary: fc.tuple(place, nasty).map(([at, by]) => replaceOne(/(?<=")[^"\\]*(?=")/g, at, () => by)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(place, fc.constantFrom(...NASTY.slice(-26)))
      .map(([at, by]) => replaceOne(/\d+/g, at, () => by)),
  },
  // A field more, one twice, one of another name.
  {
    weight: 2,
    arbitrary: fc
      .tuple(place, fc.constantFrom('id', 'type', 'x', '__proto__', 'toString', 'by'), value)
      .map(([at, name, by]) => replaceOne(/\{(?=\s*")/g, at, (open) => `${open}"${name}":${by},`)),
  },
  {
    weight: 1,
    arbitrary: place.map((at) =>
      replaceOne(/"[^"]*":(?:"[^"]*"|\d+|true|false|null)/g, at, (field) => `${field},${field}`),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(place, nasty).map(
      ([at, by]) =>
        (text: string) =>
          text.slice(0, at % (text.length + 1)) + by + text.slice(at % (text.length + 1)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(place, fc.nat(40)).map(
      ([at, size]) =>
        (text: string) =>
          text.slice(0, at % (text.length + 1)) + text.slice((at % (text.length + 1)) + size),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(place, fc.nat(60))
      .map(([at, times]) => replaceOne(/[^"]{1,12}/g, at, (found) => found.repeat(times))),
  },
  { weight: 1, arbitrary: place.map((at) => (text: string) => text.slice(0, at % (text.length + 1))) },
);

/** A sample with one to three changes, each made as JSON or as plain text. */
export const brokenText = (samples: readonly string[]): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...samples), fc.array(textChange, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) => changes.reduce((now, one) => one(now), text));

const byteChange = fc.oneof(
  fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(
    ([at, by]): Change<Uint8Array> =>
      (bytes) =>
        bytes.map((byte, index) => (index === at % Math.max(bytes.length, 1) ? byte ^ by : byte)),
  ),
  place.map(
    (at): Change<Uint8Array> =>
      (bytes) =>
        bytes.subarray(0, at % (bytes.length + 1)),
  ),
  fc
    .tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 }))
    .map(([at, more]): Change<Uint8Array> => (bytes) => {
      const from = at % (bytes.length + 1);
      return Uint8Array.from([...bytes.subarray(0, from), ...more, ...bytes.subarray(from)]);
    }),
  fc.tuple(place, fc.nat(20)).map(([at, size]): Change<Uint8Array> => (bytes) => {
    const from = at % (bytes.length + 1);
    return Uint8Array.from([...bytes.subarray(0, from), ...bytes.subarray(from + size)]);
  }),
);

/** The number of a sample, and what becomes of its bytes by one to three changes. */
export const brokenBytes = fc
  .tuple(fc.nat(), fc.array(byteChange, { minLength: 1, maxLength: 3 }))
  .map(([which, changes]) => ({
    which,
    of: (bytes: Uint8Array): Uint8Array => changes.reduce((now, one) => one(now), bytes),
  }));

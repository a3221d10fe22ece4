// Requests as bytes, good ones and what a fuzz makes of them: nobody's client library would send most of these.

import { OPEN, PATHS, SAMPLES } from './samples.ts';
import { brokenText } from '@tele-balint/shared/testing/mutations';
import * as fc from 'fast-check';

/** One request: its bytes, and the body in it as text. */
export type Tried = { readonly bytes: Buffer; readonly body: string; readonly what: string };

const METHODS = [
  'PUT',
  'POST',
  'GET',
  'HEAD',
  'OPTIONS',
  'DELETE',
  'PATCH',
  'TRACE',
  'QUERY',
  'post',
  'G',
  '',
];
const TYPES = [
  'application/json',
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json, text/html',
  '',
];
const HEADERS = [
  ...[
    'transfer-encoding: chunked',
    'transfer-encoding: chunked, identity',
    'content-length: 7',
    'content-length: -1',
    'content-length: 1e9',
  ],
  ...[
    'content-encoding: gzip',
    'expect: 100-continue',
    'upgrade: h2c',
    'connection: upgrade',
    'host: evil.example',
    'host:',
    'x-forwarded-for: 1.2.3.4, ::1',
  ],
  ...[
    'x-forwarded-for: \u00ff',
    'forwarded: for="_x"',
    'origin: null',
    'origin: http://evil.example',
    'range: bytes=0-0,1-1,-1',
    'accept-encoding: br;q=1e9, *;q=0',
  ],
  ...[
    'if-none-match: *',
    `cookie: ${'a=b; '.repeat(900)}`,
    `x-long: ${'y'.repeat(20_000)}`,
    ' folded',
    'no colon',
    'x\u0000y: z',
    'x-http-method-override: PUT',
    'accept: text/html',
  ],
];

const header = fc.constantFrom(...HEADERS);
const otherPath = fc.oneof(
  fc.constantFrom(...PATHS),
  brokenText(PATHS).map((one) => one.replaceAll(/[\r\n]/g, '%0d')),
);
const otherBody = fc.oneof(
  fc.json(),
  fc.constantFrom(
    '',
    '[',
    '['.repeat(7_000),
    `{"a":${'9'.repeat(9_000)}}`,
    `"${'z'.repeat(60_000)}"`,
    '\ufeff{}',
  ),
);
/** Mostly one thing that is wrong: what is wrong everywhere is seen to be so at once, and not read any further. */
const often = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: other });

/** Some are whole, and all that is wrong with it is its secret. */
export const requests: fc.Arbitrary<Tried> = fc
  .constantFrom(...SAMPLES)
  .chain((sample) =>
    fc.record({
      method: often(fc.constant(sample.method), fc.constantFrom(...METHODS)),
      path: often(fc.constant(sample.path), otherPath),
      type: often(fc.constant('application/json'), fc.constantFrom(...TYPES)),
      headers: often(fc.constant<readonly string[]>([]), fc.array(header, { minLength: 1, maxLength: 2 })),
      body: often(often(brokenText([sample.text]), fc.constant(sample.text)), otherBody),
    }),
  )
  .map(({ method, path: to, type, headers, body: text }) => {
    const bytes = Buffer.from(text, 'utf8');
    const head = [
      `${method} ${to} HTTP/1.1`,
      'host: localhost',
      `content-type: ${type}`,
      `content-length: ${bytes.length}`,
      ...headers,
      'connection: close',
    ].join('\r\n');
    return {
      bytes: Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'utf8'), bytes]),
      body: text,
      what: `${method} ${to} ${text}`.slice(0, 300),
    };
  });

/** What opens a session, broken, with the right key of the organiser: it may be taken only where it is whole all the same. */
export const openings: fc.Arbitrary<{ readonly to: (session: string) => Tried }> = brokenText([OPEN]).map(
  (text) => ({
    to: (session) => {
      const bytes = Buffer.from(text, 'utf8');
      const head = [
        `PUT /api/sessions/${session} HTTP/1.1`,
        'host: localhost',
        'content-type: application/json',
        `content-length: ${bytes.length}`,
        'connection: close',
      ].join('\r\n');
      return {
        bytes: Buffer.concat([Buffer.from(`${head}\r\n\r\n`), bytes]),
        body: text,
        what: text.slice(0, 300),
      };
    },
  }),
);

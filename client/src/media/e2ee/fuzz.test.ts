// Whatever comes over the relay: from who has no link, from who changes what others have sealed, and from somebody with
// the link whose program says anything at all, well signed.

import { type Bytes, join, type Mid, toHex } from '@tele-balint/shared/e2ee/bytes';
import { decode, part } from '@tele-balint/shared/e2ee/decode';
import { encode } from '@tele-balint/shared/e2ee/encode';
import { helloMacBytes } from '@tele-balint/shared/e2ee/inputs';
import type { Message } from '@tele-balint/shared/e2ee/messages';
import { tally, triesOf } from '@tele-balint/shared/testing/fuzz-tally';
import { brokenBytes, brokenText } from '@tele-balint/shared/testing/mutations';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { base64url } from '../../links/links.ts';
import { unpacked } from './envelope.ts';
import { type Identity, newIdentity } from './identity.ts';
import { heardIn, type Reading } from './incoming.ts';
import { linkKeysOf } from './link-keys.ts';
import { OwnKeys } from './own-keys.ts';
import { hub, LINK, type Page } from './testing/hub.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_127);
/** Milliseconds between two ticks of a page. */
const TICK = 250;
const scope = { session: 'f'.repeat(24), space: 'circle' };
const imported = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits']);
let at: ReturnType<typeof hub>;
let pages: readonly [Page, Page];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout', 'performance'] });
  at = hub(scope);
  pages = [await at.join('ada'), await at.join('ben')];
  await settle(pages);
  await pass(6_000);
});
afterEach(() => {
  at.stop();
  vi.useRealTimers();
});

/** Time goes by; at each tick all that is under way comes to its end. */
const pass = async (ms: number): Promise<void> => {
  for (let gone = 0; gone < ms; gone += TICK) {
    vi.advanceTimersByTime(TICK);
    await at.calm();
  }
};
const isSealed = ({ status }: Page): boolean =>
  status !== null && status.armed && status.confirmed === status.of && status.of === 1;
/** Until both are sealed with each other alone. */
const settle = async (both: readonly Page[]): Promise<void> => {
  for (let tries = 0; tries < 60 && !both.every(isSealed); tries += 1) await pass(500);
  if (!both.every(isSealed)) expect.fail(`not sealed: ${JSON.stringify(both.map(({ status }) => status))}`);
};

const messageIn = (envelope: string): Message | null => {
  const parts = part(unpacked(envelope) ?? new Uint8Array(0));
  return parts && decode(parts.body);
};
/** A page of the same link that knows all whose hello was carried. */
const reader = async (): Promise<Reading> => {
  const known = new Map<Mid, string>();
  for (const { envelope } of at.carried) {
    const message = messageIn(envelope);
    if (message?.type === 'hello') known.set(message.mid, message.identity);
  }
  const link = await linkKeysOf(await imported(LINK), scope);
  const { mid } = await newIdentity();
  return {
    ...{ scope, link, keys: new OwnKeys(scope, mid, link) },
    identityOf: (one) => (known.get(one) as ReturnType<Reading['identityOf']>) ?? null,
  };
};
/** One of each type and sender, as it was carried. */
const samples = (): readonly string[] => {
  const kinds = new Map(
    at.carried.map(({ from, envelope }) => [`${from} ${messageIn(envelope)?.type}`, envelope]),
  );
  return [...kinds.values()];
};
const signed = async (who: Identity, body: Bytes): Promise<string> =>
  base64url(join(body, await who.sign(scope, body)));

it('[EE2, EE13] takes nothing that was changed, made up, or signed by who has no link, and never throws', async () => {
  const tries = triesOf(400, 15_000);
  const [whole, reading, stranger] = [samples(), await reader(), await newIdentity()];
  expect(whole.length).toBeGreaterThan(5);
  const real = new Set(at.carried.map(({ envelope }) => toHex(unpacked(envelope) ?? new Uint8Array(0))));
  for (const envelope of whole) expect(await heardIn('ada', envelope, reading)).not.toBe(null);
  const taken: string[] = [];
  const hears = async (envelope: string): Promise<void> => {
    const bytes = unpacked(envelope);
    const isReal = bytes !== null && real.has(toHex(bytes));
    if (!isReal && (await heardIn('ada', envelope, reading)) !== null) taken.push(envelope);
  };
  await fc.assert(
    fc.asyncProperty(
      brokenText(whole),
      brokenBytes,
      fc.uint8Array({ maxLength: 400 }),
      async (text, change, any) => {
        await hears(text);
        const envelope = whole[change.which % whole.length] ?? '';
        await hears(base64url(change.of(unpacked(envelope) ?? new Uint8Array(0))));
        await hears(base64url(any));
        // What others have said, signed by somebody else.
        const body = part(unpacked(envelope) ?? new Uint8Array(0))?.body ?? new Uint8Array(0);
        await hears(await signed(stranger, body));
        // In their own name, with everything but the mac.
        const { identity, mid } = stranger;
        const message = decode(body);
        if (message?.type === 'hello')
          await hears(await signed(stranger, encode({ ...message, identity, mid })));
      },
    ),
    { numRuns: Math.ceil(tries / 4), seed },
  );
  expect(taken).toEqual([]);
  tally('envelopes of strangers', tries, 0, taken.length);
}, 600_000);

it('[EE3, EE5] goes on sealing with all others, whatever somebody with the link says, and is not broken by it', async () => {
  const tries = triesOf(200, 5_000);
  const [ada, ben] = pages;
  const mallory = await newIdentity();
  const link = await linkKeysOf(await imported(LINK), scope);
  const { identity, mid } = mallory;
  // Her line is named, and her first hello is a good one: what follows is read.
  const said = { type: 'hello', mid, identity, receiving: '09'.repeat(32), epoch: 1 } as const;
  const me = { ...said, line: 'eve', media: 'media of eve', names: ['Dr eve'] } as never as Extract<
    Message,
    { type: 'hello' }
  >;
  const hello = encode({ ...me, mac: await link.mac(helloMacBytes(me)) });
  const both = async (envelope: string): Promise<void> => {
    await Promise.all([ada.sealing?.hear('eve', envelope), ben.sealing?.hear('eve', envelope)]);
  };
  for (const { sealing } of [ada, ben]) await sealing?.lines(at.names(['ada', 'ben', 'eve']));
  await both(await signed(mallory, hello));
  const bodies = [hello, ...samples().map((one) => part(unpacked(one) ?? new Uint8Array(0))?.body ?? hello)];
  let rounds = 0;
  await fc.assert(
    fc.asyncProperty(
      brokenBytes,
      fc.boolean(),
      fc.integer({ min: 1, max: 0xffff_ffff }),
      async (change, fits, number) => {
        const body = bodies[change.which % bodies.length] ?? hello;
        // Half of them are whole messages in her name with other numbers, which the machine itself has to bear.
        const message = decode(body);
        const own = (): Bytes => {
          if (message === null) return body;
          const named = { ...message, mid, ...('epoch' in message ? { epoch: number } : { count: number }) };
          return encode(named as Message);
        };
        await both(await signed(mallory, fits ? own() : Uint8Array.from(change.of(own()))));
        rounds += 1;
        if (rounds % 50 === 0) await pass(500);
      },
    ),
    { numRuns: tries, seed },
  );
  expect([ada.broken, ben.broken]).toEqual([0, 0]);
  for (const { sealing } of [ada, ben]) await sealing?.lines(at.names(['ada', 'ben']));
  await settle([ada, ben]);
  expect([...ada.ring.keys()].some((name) => name.startsWith('media of ben'))).toBe(true);
  tally('envelopes of somebody with the link', tries);
}, 600_000);

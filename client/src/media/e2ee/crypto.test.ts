// WebCrypto as the pages use it; Node has the same. What the bytes are is told by the vectors of the protocol.

import { type Bytes, text } from '@tele-balint/shared/e2ee/bytes';
import { expect, it } from 'vitest';
import { isSigned, newIdentity, midOf } from './identity.ts';
import { linkKeysOf } from './link-keys.ts';
import { newPair, open, sealTo } from './wraps.ts';

const scope = { session: 's'.repeat(24), space: 'circle' };
const secret = (byte: number): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', new Uint8Array(32).fill(byte), 'HKDF', false, ['deriveKey', 'deriveBits']);
const keysOf = async (byte: number, where = scope) => linkKeysOf(await secret(byte), where);
const some = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));
const changed = (bytes: Bytes, at: number): Bytes =>
  bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

it('makes a mac that only the same link of the same session and space has made', async () => {
  const mine = await keysOf(1);
  const mac = await mine.mac(text('hello'));
  const others = await Promise.all([
    keysOf(1),
    keysOf(2),
    keysOf(1, { ...scope, space: 'debrief' }),
    keysOf(1, { ...scope, session: 't'.repeat(24) }),
  ]);
  const fit = await Promise.all(others.map((keys) => keys.fits(mac, text('hello'))));
  expect(fit).toEqual([true, false, false, false]);
  expect(await mine.fits(mac, text('hallo'))).toBe(false);
});

it('signs what nobody else can have signed, and names itself by its key', async () => {
  const [me, other] = [await newIdentity(), await newIdentity()];
  const body = some(40);
  const signature = await me.sign(scope, body);
  expect(await midOf(me.identity)).toBe(me.mid);
  expect(await isSigned(me.identity, scope, body, signature)).toBe(true);
  const wrong = await Promise.all([
    isSigned(other.identity, scope, body, signature),
    isSigned(me.identity, { ...scope, space: 'debrief' }, body, signature),
    isSigned(me.identity, scope, changed(body, 3), signature),
    isSigned(me.identity, scope, body, changed(signature, 9)),
    isSigned('ff'.repeat(32), scope, body, signature),
    isSigned('00'.repeat(31), scope, body, signature),
  ]);
  expect(wrong).not.toContain(true);
});

it('seals a key that one page alone opens, with the same link and for what it was bound to', async () => {
  const [mine, theirs] = [await newPair(), await newPair()];
  const key = some(32);
  const bound = { info: text('info'), aad: text('aad'), psk: await (await keysOf(1)).psk() };
  const wrap = await sealTo(mine.receiving, key, bound);
  if (wrap === null) expect.fail('nothing was sealed');
  expect(wrap.ct).toHaveLength(48);
  expect(await open(wrap, [theirs, mine], bound)).toEqual(key);
  const otherLink = await (await keysOf(2)).psk();
  const closed = await Promise.all([
    open(wrap, [theirs], bound),
    open({ ...wrap, tag: theirs.tag }, [theirs], bound),
    open(wrap, [mine], { ...bound, psk: otherLink }),
    open(wrap, [mine], { ...bound, aad: text('add') }),
    open(wrap, [mine], { ...bound, info: text('into') }),
    open({ ...wrap, ct: changed(wrap.ct, 40) }, [mine], bound),
    open({ ...wrap, enc: changed(wrap.enc, 1) }, [mine], bound),
  ]);
  expect(closed).toEqual(closed.map(() => null));
});

it('keeps every private half where no page can read it', async () => {
  const { keys } = await newPair();
  await expect(crypto.subtle.exportKey('pkcs8', keys.privateKey)).rejects.toThrow();
});

it('seals nothing to what is no half of a pair', async () => {
  const bound = { info: text(''), aad: text(''), psk: some(32) };
  expect(await sealTo('00'.repeat(32), some(32), bound)).toBeNull();
  expect(await sealTo('00'.repeat(31), some(32), bound)).toBeNull();
});

import { fromHex, join, text, toHex, type Bytes, type Hex } from '../bytes.ts';
import { encode } from '../encode.ts';
import * as inputs from '../inputs.ts';
import { letterBytes } from '../letter.ts';
import type { Hello, Message, Scope } from '../messages.ts';
import { hkdf, hmac, hpkeSeal, pairOf, sha256, signed } from './by-hand.ts';

const run = (first: number): Bytes => Uint8Array.from({ length: 32 }, (_, at) => (first + at) % 256);

const scope: Scope = { session: 's-7', space: 'circle' };
/** Two pages: what each of them drew by chance. */
const ada = { identity: run(0x10), receiving: run(0x30), r: run(0x50).slice(0, 16) };
const bela = { identity: run(0x70), receiving: run(0x90), r: run(0xb0).slice(0, 16) };
const secret = run(0xd0);
const key = run(0xa0);
const ephemeral = run(0x40);

const page = (seeds: typeof ada) => {
  const pair = pairOf('ed25519', seeds.identity);
  const identity = toHex(pair.open);
  const mid = toHex(sha256(inputs.midBytes(identity)).slice(0, 16));
  const receiving = toHex(pairOf('x25519', seeds.receiving).open);
  return { pair, identity, mid, receiving };
};

const hex = (values: { readonly [name: string]: Uint8Array }): { readonly [name: string]: Hex } =>
  Object.fromEntries(Object.entries(values).map(([name, bytes]) => [name, toHex(bytes)]));

/** Every value of docs/e2ee.md that has an exact answer, from fixed seeds. */
export const makeVectors = () => {
  const [a, b] = [page(ada), page(bela)];
  const salt = inputs.linkSalt();
  const psk = hkdf(secret, salt, inputs.linkInfo('psk', scope), 32);
  const helloKey = hkdf(secret, salt, inputs.linkInfo('hello', scope), 32);
  const head: Omit<Hello, 'mac'> = {
    ...{ type: 'hello', mid: a.mid, identity: a.identity, receiving: a.receiving, epoch: 1 },
    ...{ line: 'l-1', media: 'm-1', names: ['Ada Lovelace', 'Žofie'] },
  };
  const members = [
    { mid: a.mid, line: head.line, media: head.media, names: head.names },
    { mid: b.mid, line: 'l-2', media: 'm-2', names: ['Béla'] },
  ];
  const rosterBytes = inputs.rosterBytes(scope, members);
  const roster = toHex(sha256(rosterBytes));
  const epoch = 258;
  const commitmentBytes = inputs.commitmentBytes(scope, a.mid, epoch, key);
  const commitment = toHex(sha256(commitmentBytes));
  const aad = inputs.wrapAad(a.mid, b.mid, epoch, commitment);
  const info = inputs.wrapInfo(scope);
  const wrap = hpkeSeal(ephemeral, fromHex(b.receiving), key, { psk, pskId: text(inputs.PSK_ID), info, aad });
  const tag = sha256(fromHex(b.receiving)).slice(0, 4);
  const letter = letterBytes({ kind: 'note', number: 2, text: 'Béla, shall we move on?' }) ?? run(0);
  const letterInfo = inputs.letterInfo(scope);
  const letterAad = inputs.letterAad(a.mid, b.mid, 5);
  const envelope = hpkeSeal(ephemeral, fromHex(b.receiving), letter, {
    ...{ psk, pskId: text(inputs.PSK_ID), info: letterInfo, aad: letterAad },
  });
  const sealed = { enc: fromHex(envelope.enc), ct: fromHex(envelope.ct) };
  const wraps = [{ to: b.mid, tag, enc: fromHex(wrap.enc), ct: fromHex(wrap.ct) }];
  const c = sha256(inputs.wordsCommitBytes(ada.r, a.mid, roster));
  const all = [
    { mid: a.mid, r: ada.r },
    { mid: b.mid, r: bela.r },
  ];
  const words = hkdf(inputs.wordsMaterial(all), fromHex(roster), inputs.wordsInfo(), 5);
  const opened = [{ mid: b.mid, epoch: 2, commitment: commitment.slice(0, 32) }];
  const messages: readonly Message[] = [
    { ...head, mac: hmac(helloKey, inputs.helloMacBytes(head)) },
    { type: 'keys', mid: a.mid, epoch, receiving: a.receiving, commitment, wraps },
    { type: 'ack', mid: a.mid, of: b.mid, epoch: 2 },
    { type: 'beat', mid: a.mid, count: 3, roster, opened },
    { type: 'commit', mid: a.mid, roster, c: toHex(c) },
    { type: 'reveal', mid: a.mid, roster, r: ada.r },
    { type: 'letter', mid: a.mid, count: 5, to: b.mid, tag, ...sealed },
  ];
  const whole = (message: Message): Hex => {
    const body = encode(message);
    return toHex(join(body, signed(a.pair.key, inputs.signedBytes(scope, body))));
  };
  return {
    scope,
    given: {
      ...hex({ secret, key, ephemeral }),
      ...{ epoch, names: head.names, members },
      ada: hex(ada),
      bela: hex(bela),
    },
    keys: hex({ psk, helloKey }),
    ada: { mid: a.mid, identity: a.identity, receiving: a.receiving },
    bela: { mid: b.mid, identity: b.identity, receiving: b.receiving },
    hashed: { ...hex({ rosterBytes, commitmentBytes, c }), roster, commitment },
    wrap: { ...hex({ info, aad, tag }), ...wrap },
    letter: hex({ letter, info: letterInfo, aad: letterAad }),
    words: { bits: toHex(words), places: inputs.wordPlaces(words) },
    messages: Object.fromEntries(messages.map((message) => [message.type, whole(message)])),
  };
};

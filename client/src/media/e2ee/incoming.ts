// What came over the relay, verified: mid, mac, signature, wrap and commitment. Whatever does not hold is no event.

import type { Event } from '@tele-balint/shared/e2ee/agreement';
import { type Bytes, type Hex, type Mid, toHex } from '@tele-balint/shared/e2ee/bytes';
import { decode, part } from '@tele-balint/shared/e2ee/decode';
import { helloMacBytes, wordsCommitBytes } from '@tele-balint/shared/e2ee/inputs';
import type { Hello, Letter, Message, Scope } from '@tele-balint/shared/e2ee/messages';
import { digestHex } from './digest.ts';
import { unpacked } from './envelope.ts';
import { isSigned, midOf } from './identity.ts';
import type { LinkKeys } from './link-keys.ts';
import type { OwnKeys } from './own-keys.ts';

export type Reading = {
  readonly scope: Scope;
  readonly link: LinkKeys;
  readonly keys: OwnKeys;
  /** The identity of a page whose hello was accepted; `null` = of nobody known. */
  readonly identityOf: (mid: Mid) => Hex | null;
};

/** An event for the machine, and the key that it is about, if it is about one. */
export type Heard = { readonly event: Event; readonly key: Bytes | null };
/** A letter by whom it says; nobody has looked yet whether it may be opened. */
export type Delivered = { readonly line: string; readonly letter: Letter };

const isTheirs = async (hello: Hello, link: LinkKeys): Promise<boolean> =>
  (await midOf(hello.identity)) === hello.mid && link.fits(hello.mac, helloMacBytes(hello));

const eventOf = async (line: string, message: Exclude<Message, Letter>, keys: OwnKeys): Promise<Heard> => {
  if (message.type === 'keys') {
    const { mid, epoch, receiving, commitment } = message;
    const own = await keys.opened(message);
    const said = { mid, epoch, receiving, commitment, fit: own?.fit ?? null };
    return { event: { type: 'keys', line, keys: said }, key: own?.fit === true ? own.key : null };
  }
  if (message.type !== 'reveal') return { event: { type: 'heard', line, message }, key: null };
  const { mid, roster } = message;
  const c = await digestHex(wordsCommitBytes(message.r, mid, roster));
  return { event: { type: 'reveal', line, reveal: { mid, roster, r: toHex(message.r), c } }, key: null };
};

/** @param line from which our server says that it came */
export const heardIn = async (
  line: string,
  envelope: string,
  { scope, link, keys, identityOf }: Reading,
): Promise<Heard | Delivered | null> => {
  const whole = unpacked(envelope);
  const parts = whole && part(whole);
  const message = parts && decode(parts.body);
  if (parts === null || message === null) return null;
  const identity = message.type === 'hello' ? message.identity : identityOf(message.mid);
  if (identity === null || !(await isSigned(identity, scope, parts.body, parts.signature))) return null;
  if (message.type === 'hello' && !(await isTheirs(message, link))) return null;
  return message.type === 'letter' ? { line, letter: message } : eventOf(line, message, keys);
};

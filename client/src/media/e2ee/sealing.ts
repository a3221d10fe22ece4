// One instance of the protocol: the pure machine decides, this does it, one thing after the other.

import { begin, type Event, type Named, type Step, step } from '@tele-balint/shared/e2ee/agreement';
import { type Bytes, fromHex, type Hex, join, type Mid, toHex } from '@tele-balint/shared/e2ee/bytes';
import { encode } from '@tele-balint/shared/e2ee/encode';
import {
  helloMacBytes,
  rosterBytes,
  wordPlaces,
  wordsCommitBytes,
  wordsInfo,
  wordsMaterial,
} from '@tele-balint/shared/e2ee/inputs';
import type { Written } from '@tele-balint/shared/e2ee/letter';
import type { Message, Scope } from '@tele-balint/shared/e2ee/messages';
import { ownDue } from '@tele-balint/shared/e2ee/rekey';
import type { Effect, State } from '@tele-balint/shared/e2ee/state';
import { type Status, statusOf } from '@tele-balint/shared/e2ee/status';
import { base64url } from '../../links/links.ts';
import { digestHex } from './digest.ts';
import { newIdentity } from './identity.ts';
import { heardIn } from './incoming.ts';
import { linkKeysOf } from './link-keys.ts';
import { type MailPorts, makeMail } from './mail.ts';
import { OwnKeys } from './own-keys.ts';

/** Where sealing and opening is done: LiveKit's worker, behind its key provider. */
export type Ring = {
  use(media: string, epoch: number, key: Bytes): Promise<void>;
  burn(media: string, epoch: number): Promise<void>;
};

export type Ports = {
  readonly scope: Scope;
  /** The room secret, imported. */
  readonly secret: CryptoKey;
  readonly me: { readonly line: string; readonly media: string; readonly names: readonly string[] };
  readonly ring: Ring;
  /** Hands an envelope to our server for these lines. */
  readonly send: (to: readonly string[], envelope: string) => void;
  /** Milliseconds that never go back. */
  readonly now: () => number;
  /** Places of the four words in their list come with the roster hash that they are of. */
  readonly onStatus: (status: Status, words: readonly number[] | null) => void;
  /** Letters between pages; none are written or read where nobody is there to do it. */
  readonly mail?: MailPorts;
  /** Something failed on the way, once: nothing is agreed on from here. */
  readonly onBroken: () => void;
};

/** How often the machine is asked what time has brought, in ms. */
const TICK = 250;

const wordsOf = async (roster: Hex, all: readonly { readonly mid: Mid; readonly r: Hex }[]) => {
  const material = wordsMaterial(all.map(({ mid, r }) => ({ mid, r: fromHex(r) })));
  const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(roster), info: wordsInfo() };
  return wordPlaces(new Uint8Array(await crypto.subtle.deriveBits(how, key, 40)));
};

/** Begins; whatever fails before the first step rejects, and after that `onBroken` is called. */
export const startSealing = async (ports: Ports, named: Named) => {
  const { scope, me, ring, now } = ports;
  const [identity, link] = await Promise.all([newIdentity(), linkKeysOf(ports.secret, scope)]);
  const keys = new OwnKeys(scope, identity.mid, link);
  const words = new Map<Hex, readonly number[]>();
  let state: State;
  let closed = false;

  const send = async (message: Message, to: readonly string[]): Promise<void> => {
    const body = encode(message);
    ports.send(to, base64url(join(body, await identity.sign(scope, body))));
  };
  const hello = async (epoch: number, to: readonly string[]): Promise<void> => {
    const receiving = keys.receiving(epoch);
    if (receiving === null) return;
    const { mid } = identity;
    const said = { type: 'hello', mid, identity: identity.identity, receiving, epoch, ...me } as const;
    const named = { ...said, names: state.me.names };
    await send({ ...named, mac: await link.mac(helloMacBytes(named)) }, to);
  };
  const mail = ports.mail ? makeMail(ports.mail, keys, send, now) : null;
  const mediaOf = (mid: Mid): string | null =>
    mid === identity.mid ? me.media : (state.known[mid]?.media ?? null);

  /** Does one thing; what the machine is to be told of it comes back. `key` is the one that was just opened. */
  const perform = async (effect: Effect, key: Bytes | null): Promise<Event | null> => {
    const { mid } = identity;
    switch (effect.do) {
      case 'hash':
        return {
          type: 'hashed',
          stamp: effect.stamp,
          hash: await digestHex(rosterBytes(scope, effect.members)),
        };
      case 'make':
        await keys.make(effect.epoch, state.own.used);
        return { type: 'sealed', epoch: effect.epoch };
      case 'hello':
        await hello(effect.epoch, effect.to);
        return null;
      case 'keys': {
        const message = await keys.sealed(effect.epoch, state.own.made, effect.to);
        if (message)
          await send(
            message,
            effect.to.map(({ line }) => line),
          );
        return null;
      }
      case 'ack':
        await send({ type: 'ack', mid, of: effect.of, epoch: effect.epoch }, effect.to);
        return null;
      case 'beat': {
        const { count, roster, opened, to } = effect;
        await send({ type: 'beat', mid, count, roster, opened }, to);
        return null;
      }
      case 'draw': {
        const r = crypto.getRandomValues(new Uint8Array(16));
        const c = await digestHex(wordsCommitBytes(r, mid, effect.roster));
        return { type: 'drawn', roster: effect.roster, c, r: toHex(r) };
      }
      case 'commit':
        await send({ type: 'commit', mid, roster: effect.roster, c: effect.c }, effect.to);
        return null;
      case 'reveal':
        await send({ type: 'reveal', mid, roster: effect.roster, r: fromHex(effect.r) }, effect.to);
        return null;
      case 'words':
        words.set(effect.roster, await wordsOf(effect.roster, effect.all));
        return null;
      case 'switch': {
        const own = keys.switchTo(effect.epoch);
        if (own) await ring.use(me.media, effect.epoch, own);
        return null;
      }
      case 'give': {
        const media = mediaOf(effect.mid);
        if (key && media !== null) await ring.use(media, effect.epoch, key);
        return null;
      }
      case 'burn': {
        const media = mediaOf(effect.mid);
        if (media !== null) await ring.burn(media, effect.epoch);
        return null;
      }
      case 'dropPair':
        keys.dropPair(effect.epoch);
        return null;
      case 'disarm':
      case 'alarm':
        return null;
    }
  };

  const follow = async (taken: Step, key: Bytes | null): Promise<void> => {
    state = taken.state;
    for (const effect of taken.effects) {
      const event = await perform(effect, key);
      if (event !== null) await follow(step(state, event, now()), null);
    }
  };
  const show = (): void => {
    const status = statusOf(state, now());
    ports.onStatus(status, status.words === null ? null : (words.get(status.words) ?? null));
  };

  /** One after the other: an epoch is never made while another is half made. */
  let queue = Promise.resolve();
  const after = (work: () => Promise<void>): Promise<void> => {
    queue = queue
      .then(async () => {
        if (closed) return;
        await work();
        await mail?.tend(state);
        show();
        wake();
      })
      .catch(() => {
        // What is half done is not gone on with. A page that is stopped meanwhile misses nothing.
        if (!closed) ports.onBroken();
        closed = true;
      });
    return queue;
  };
  const happens = (event: Event): Promise<void> => after(() => follow(step(state, event, now()), null));
  const tick = (): void => void happens({ type: 'tick' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** New keys do not wait for the next tick: until all have them, who left still hears and who came does not. */
  const wake = (): void => {
    clearTimeout(timer);
    const due = ownDue(state);
    if (due !== null && !closed) timer = setTimeout(tick, Math.max(0, due - now()));
  };
  const reading = {
    scope,
    link,
    keys,
    identityOf: (mid: Mid) => state.known[mid]?.identity ?? null,
  };

  const first = begin({ mid: identity.mid, ...me }, named, now());
  state = first.state;
  await after(() => follow(first, null));
  const ticking = setInterval(tick, TICK);

  return {
    /** Our server names these lines in this space, and these media identities of theirs. */
    lines: ({ lines, media }: Named) => happens({ type: 'lines', lines, media }),
    /** The people of the own line. */
    people: (names: readonly string[]) => happens({ type: 'people', names }),
    hear: (line: string, envelope: string) =>
      after(async () => {
        const heard = await heardIn(line, envelope, reading);
        if (heard === null) return;
        if ('letter' in heard) await mail?.hear(state, heard);
        else await follow(step(state, heard.event, now()), heard.key);
      }),
    /** A note to the others who lead, or how one is reached to all who lead: `ports.mail` tells what becomes of it. */
    write: (kind: Written['kind'], text: string) => after(async () => mail?.write(kind, text)),
    status: () => statusOf(state, now()),
    stop: (): void => {
      closed = true;
      clearInterval(ticking);
      clearTimeout(timer);
      keys.forgetAll();
    },
  };
};
export type Sealing = Awaited<ReturnType<typeof startSealing>>;

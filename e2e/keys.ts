// Keys of a person without a browser: they agree with the pages as a page does, and their programs seal and open with it.

import type { Room } from '@livekit/rtc-node';
import { namedIn } from '../client/src/media/e2ee/named.ts';
import { type Sealing, startSealing } from '../client/src/media/e2ee/sealing.ts';
import { bytesOf } from '../client/src/links/links.ts';
import { nodeRing } from './node-ring.ts';
import type { Person } from './people.ts';

export type Keys = {
  /** Begins to agree with the others, the first time. */
  agree(): Promise<void>;
  /** Gives a program that has connected all keys, and those to come. */
  join(room: Room): Promise<void>;
  /** Whether what this media identity seals can be opened. */
  opens(identity: string): boolean;
};

/** What a program joins the media server with; without keys it neither seals nor opens. */
export type Place = { readonly url: string; readonly token: string; readonly keys?: Keys | null };

/**
 * One for each page load: what belongs to one media identity in one space. It ends when the person has another, or goes.
 * @param secret the room secret of the link, base64url
 */
const newKeys = (person: Person, secret: string): Keys => {
  const { you } = person.room();
  const identity = you.media?.identity;
  if (identity === undefined) throw new Error(`${person.name} has no media identity`);
  const ring = nodeRing(identity);
  let agreement: Promise<Sealing> | null = null;
  let held: ReadonlySet<string> = new Set();

  const begin = async (): Promise<Sealing> => {
    const raw = bytesOf(secret);
    const named = () => namedIn(person.view());
    const before = person.envelopes.length;
    const started = await startSealing(
      {
        scope: { session: person.session, space: you.media?.space ?? '' },
        secret: await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits', 'deriveKey']),
        me: { line: you.line, media: identity, names: named().names },
        ring,
        // What gets lost is sent again, as in a page.
        send: (to, envelope) => void person.post(to as never, envelope).catch(() => undefined),
        now: () => performance.now(),
        onStatus: ({ peers }) => {
          held = new Set(peers.flatMap(({ media, sealing }) => (sealing === 'waiting' ? [] : [media])));
        },
        onBroken: () => console.error(`${person.name} agrees with nobody any more`),
      },
      named(),
    );
    for (const { from, sealed } of person.envelopes.slice(before)) void started.hear(from, sealed);
    let told = '';
    const look = (): void => {
      const view = person.view();
      if (view.kind !== 'room' || view.you.media?.identity !== identity) return end();
      const { names, lines, media } = named();
      const now = JSON.stringify([names, lines, [...media]]);
      if (now === told) return;
      told = now;
      void started.people(names);
      void started.lines({ lines, media });
    };
    const end = (): void => {
      for (const one of ends) one();
      started.stop();
    };
    const ends = [
      person.on('envelope', ({ from, sealed }) => void started.hear(from, sealed)),
      person.on('view', look),
      person.on('close', end),
    ];
    look();
    return started;
  };
  const agree = async (): Promise<void> => {
    agreement ??= begin();
    await agreement;
  };
  return {
    agree,
    join: async (room) => {
      ring.join(room);
      await agree();
    },
    opens: (media) => held.has(media),
  };
};

const all = new WeakMap<Person, Map<string, Keys>>();

/** The keys of a person's place in the room; `null` where nothing is sealed. */
export const keysOf = (person: Person, secret: string): Keys | null => {
  const { sealed, you } = person.room();
  if (!sealed) return null;
  const theirs = all.get(person) ?? new Map<string, Keys>();
  all.set(person, theirs);
  const place = `${you.media?.space} ${you.media?.identity}`;
  const keys = theirs.get(place) ?? newKeys(person, secret);
  theirs.set(place, keys);
  return keys;
};

/** From now on they agree wherever they sit, as their page would, also while no program of theirs is in the media server. */
export const agrees = (person: Person, secret: string): void => {
  const look = (): void => {
    const view = person.view();
    if (view.kind !== 'room' || view.you.media === null) return;
    keysOf(person, secret)
      ?.agree()
      .catch((error: unknown) => console.error(`${person.name} cannot agree: ${String(error)}`));
  };
  person.on('view', look);
  look();
};

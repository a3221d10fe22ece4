// A ring of keys for a program of another make: rtc-node's own cryptors, told as LiveKit's worker is told in a page. What
// rtc-node has for it takes no key and names no track; what it hands that to does.

import { type Room, RoomEvent, type RoomOptions } from '@livekit/rtc-node';
import type { Ring } from '../client/src/media/e2ee/sealing.ts';

/** Slots a sender; an epoch's slot is its rest by this (docs/e2ee.md §2). */
const RING = 16;
/** LiveKit's name for the derivation that pages use. */
const HKDF = 1;

export const ENCRYPTION: NonNullable<RoomOptions['encryption']> = {
  keyProviderOptions: {
    keyDerivationFunction: HKDF,
    ratchetSalt: new TextEncoder().encode('LKFrameEncryptionKey'),
    ratchetWindowSize: 0,
    failureTolerance: -1,
    keyRingSize: RING,
  },
};

type Given = { readonly participantIdentity: string; readonly keyIndex: number; readonly key: Uint8Array };
type Cryptors = {
  readonly frameCryptors: readonly { readonly participantIdentity: string; readonly trackSid: string }[];
};
type Asked =
  | { readonly case: 'setKey'; readonly value: Given }
  | { readonly case: 'managerGetFrameCryptors'; readonly value: object }
  | {
      readonly case: 'cryptorSetKeyIndex';
      readonly value: Omit<Given, 'key'> & { readonly trackSid: string };
    };

/** Asks the engine under a room that has connected. */
const ask = (room: Room, message: Asked): unknown => {
  const { ffiHandle } = room as unknown as { readonly ffiHandle?: { readonly handle: bigint } };
  if (ffiHandle === undefined) throw new Error('a room without a connection has no keys');
  const value = { roomHandle: ffiHandle.handle, message };
  const answer = globalThis._ffiClientInstance?.request<{ readonly message: { readonly value: unknown } }>({
    message: { case: 'e2ee', value },
  });
  return answer?.message.value;
};

export type NodeRing = Ring & {
  /** Gives a room that has connected all keys, and those to come. */
  join(room: Room): void;
};

/** @param own media identity: its newest key seals */
export const nodeRing = (own: string): NodeRing => {
  const rooms = new Set<Room>();
  const given = new Map<string, Given>();
  let ownSlot: number | null = null;

  /** Own tracks seal with the newest own key; a new track begins with another. */
  const aim = (room: Room): void => {
    if (ownSlot === null || !room.isConnected) return;
    const { frameCryptors } = ask(room, { case: 'managerGetFrameCryptors', value: {} }) as Cryptors;
    for (const { participantIdentity, trackSid } of frameCryptors) {
      if (participantIdentity !== own) continue;
      const value = { participantIdentity, trackSid, keyIndex: ownSlot };
      ask(room, { case: 'cryptorSetKeyIndex', value });
    }
  };
  const give = (one: Given): void => {
    given.set(`${one.participantIdentity} ${one.keyIndex}`, one);
    for (const room of rooms) if (room.isConnected) ask(room, { case: 'setKey', value: one });
  };

  return {
    use: (media, epoch, key) => {
      const keyIndex = epoch % RING;
      give({ participantIdentity: media, keyIndex, key: key.slice() });
      if (media === own) {
        ownSlot = keyIndex;
        rooms.forEach(aim);
      }
      return Promise.resolve();
    },
    burn: (media, epoch) => {
      const key = crypto.getRandomValues(new Uint8Array(32));
      give({ participantIdentity: media, keyIndex: epoch % RING, key });
      return Promise.resolve();
    },
    join: (room) => {
      rooms.add(room);
      room.once(RoomEvent.Disconnected, () => void rooms.delete(room));
      for (const event of [RoomEvent.LocalTrackPublished, RoomEvent.LocalTrackRepublished])
        room.on(event, () => aim(room));
      for (const one of given.values()) ask(room, { case: 'setKey', value: one });
      aim(room);
    },
  };
};

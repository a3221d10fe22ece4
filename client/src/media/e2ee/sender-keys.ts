// The keys that LiveKit's worker seals and opens with: one sender, one ring of sixteen slots.

import { BaseKeyProvider, KeyProviderEvent } from 'livekit-client';

/** Slots a sender; an epoch's slot is its rest by this. */
export const RING = 16;
/** Bits of the key that the worker derives. */
const KEY_BITS = 128;

type Key = { readonly key: CryptoKey; readonly participantIdentity: string; readonly keyIndex: number };

const imported = (raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits', 'deriveKey']);

/**
 * LiveKit's own provider hands on what was ever set, and takes the newest key of anybody for one's own place in the ring: after
 * a reconnect a page would seal with a key that somebody who left still has. Here only the newest key of each is handed on.
 */
export class SenderKeys extends BaseKeyProvider {
  private readonly newest = new Map<string, Key>();
  private ownSlot = 0;
  private readonly own: string;

  /** @param own the media identity of this page */
  constructor(own: string) {
    // A frame that does not open costs nothing more, and a key is never guessed on from an older one.
    super({
      sharedKey: false,
      ratchetWindowSize: 0,
      failureTolerance: -1,
      keyringSize: RING,
      keySize: KEY_BITS,
    });
    this.own = own;
  }

  /**
   * Gives a key to the worker. For the own identity this is the switch: what is sealed from now on is sealed with it.
   * @param raw 32 bytes; overwritten with zeros when it is imported
   */
  async use(identity: string, epoch: number, raw: Uint8Array<ArrayBuffer>): Promise<void> {
    const key = await imported(raw).finally(() => raw.fill(0));
    const entry = { key, participantIdentity: identity, keyIndex: epoch % RING };
    this.newest.set(identity, entry);
    if (identity === this.own) this.ownSlot = entry.keyIndex;
    this.emit(KeyProviderEvent.SetKey, entry, true);
  }

  /** Makes what was sealed with an old key of theirs impossible to open. */
  async burn(identity: string, epoch: number): Promise<void> {
    const key = await imported(crypto.getRandomValues(new Uint8Array(32)));
    const keyIndex = epoch % RING;
    if (this.newest.get(identity)?.keyIndex === keyIndex) this.newest.delete(identity);
    this.emit(KeyProviderEvent.SetKey, { key, participantIdentity: identity, keyIndex }, false);
  }

  override getKeys(): Key[] {
    return [...this.newest.values()];
  }

  override getLatestManuallySetKeyIndex(): number {
    return this.ownSlot;
  }
}

// The secrets of this page: sending keys by epoch, and the pairs that open others'.

import type { Bytes, Hex, Mid } from '@tele-balint/shared/e2ee/bytes';
import { commitmentBytes, letterAad, letterInfo, wrapAad, wrapInfo } from '@tele-balint/shared/e2ee/inputs';
import type { Keys, Letter, Scope, Wrap } from '@tele-balint/shared/e2ee/messages';
import type { Receiver } from '@tele-balint/shared/e2ee/state';
import { digestHex } from './digest.ts';
import type { LinkKeys } from './link-keys.ts';
import { newPair, open, type Pair, sealTo } from './wraps.ts';

type Made = { readonly key: Bytes; readonly commitment: Hex };

const commitmentOf = (scope: Scope, mid: Mid, epoch: number, key: Bytes): Promise<Hex> =>
  digestHex(commitmentBytes(scope, mid, epoch, key));

export class OwnKeys {
  private readonly made = new Map<number, Made>();
  private readonly pairs = new Map<number, Pair>();
  private readonly scope: Scope;
  private readonly mid: Mid;
  private readonly link: LinkKeys;

  constructor(scope: Scope, mid: Mid, link: LinkKeys) {
    [this.scope, this.mid, this.link] = [scope, mid, link];
  }

  /** Makes key and pair of an epoch; the bytes of epochs that are neither this one nor in use are gone. */
  async make(epoch: number, used: number): Promise<void> {
    const key = crypto.getRandomValues(new Uint8Array(32));
    this.forget((other) => other !== used);
    this.made.set(epoch, { key, commitment: await commitmentOf(this.scope, this.mid, epoch, key) });
    this.pairs.set(epoch, await newPair());
  }

  /** The bytes of an epoch that is switched to, for the worker, which overwrites them; older ones are gone. */
  switchTo(epoch: number): Bytes | null {
    this.forget((other) => other < epoch);
    const own = this.made.get(epoch);
    return own ? own.key.slice() : null;
  }

  dropPair(epoch: number): void {
    this.pairs.delete(epoch);
  }

  receiving(epoch: number): Hex | null {
    return this.pairs.get(epoch)?.receiving ?? null;
  }

  /** The message that brings this epoch's key to these; `null` if its bytes are gone. */
  async sealed(epoch: number, newest: number, to: readonly Receiver[]): Promise<Keys | null> {
    const own = this.made.get(epoch);
    const receiving = this.receiving(newest);
    if (own === undefined || receiving === null) return null;
    const psk = await this.link.psk();
    const bound = (mid: Mid) => ({
      info: wrapInfo(this.scope),
      aad: wrapAad(this.mid, mid, epoch, own.commitment),
      psk,
    });
    const wraps = await Promise.all(
      to.map(async (one): Promise<Wrap | null> => {
        const wrap = await sealTo(one.receiving, own.key, bound(one.mid));
        return wrap && { to: one.mid, ...wrap };
      }),
    );
    psk.fill(0);
    const whole = wraps.filter((wrap) => wrap !== null).toSorted((a, b) => (a.to < b.to ? -1 : 1));
    if (whole.length === 0) return null;
    return { type: 'keys', mid: this.mid, epoch, receiving, commitment: own.commitment, wraps: whole };
  }

  /** The key that somebody's message brings this page, and whether it is the one that all were promised; `null` if none opens. */
  async opened(message: Keys): Promise<{ readonly key: Bytes; readonly fit: boolean } | null> {
    const wrap = message.wraps.find(({ to }) => to === this.mid);
    if (wrap === undefined) return null;
    const psk = await this.link.psk();
    const aad = wrapAad(message.mid, this.mid, message.epoch, message.commitment);
    const key = await open(wrap, [...this.pairs.values()], { info: wrapInfo(this.scope), aad, psk });
    psk.fill(0);
    if (key === null) return null;
    const commitment = await commitmentOf(this.scope, message.mid, message.epoch, key);
    return { key, fit: commitment === message.commitment };
  }

  /** A letter to this page; `null` where its half is none of a pair. */
  async letterTo({ mid, receiving }: Receiver, count: number, content: Bytes): Promise<Letter | null> {
    const psk = await this.link.psk();
    const bound = { info: letterInfo(this.scope), aad: letterAad(this.mid, mid, count), psk };
    const wrap = await sealTo(receiving, content, bound);
    psk.fill(0);
    return wrap && { type: 'letter', mid: this.mid, count, to: mid, ...wrap };
  }

  /** What stands in a letter to this page; `null` if it does not open. */
  async openedLetter(letter: Letter): Promise<Bytes | null> {
    const psk = await this.link.psk();
    const aad = letterAad(letter.mid, this.mid, letter.count);
    const content = await open(letter, [...this.pairs.values()], { info: letterInfo(this.scope), aad, psk });
    psk.fill(0);
    return content;
  }

  /** At the end of the visit. */
  forgetAll(): void {
    this.forget(() => true);
    this.pairs.clear();
  }

  private forget(which: (epoch: number) => boolean): void {
    for (const [epoch, { key }] of this.made) {
      if (!which(epoch)) continue;
      key.fill(0);
      this.made.delete(epoch);
    }
  }
}

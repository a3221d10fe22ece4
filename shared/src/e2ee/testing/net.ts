// Pages of one space on a network that loses, repeats, reorders and delays, with a server that names lines late. Keys and hashes are
// names: who has which is looked up, nothing is computed.

import { begin, step, type Event } from '../agreement.ts';
import type { Member } from '../inputs.ts';
import type { Effect, Receiver, State } from '../state.ts';
import { chanceOf } from './chance.ts';
import { GOOD, type Faults } from './faults.ts';
import { watch, type Book } from './watch.ts';

export type Page = {
  readonly mid: string;
  readonly line: string;
  state: State;
  alive: boolean;
  /** Receiving pairs whose private half is there, and what the worker has: `mid slot` to epoch. */
  readonly pairs: Set<string>;
  readonly ring: Map<string, number>;
  readonly book: Book;
};

type Due = { readonly at: number; readonly order: number; readonly run: () => void };

const TICK = 100;
/** Milliseconds that making and sealing keys takes at most. */
const SEALING = 40;

export class Net {
  now = 0;
  faults: Faults;
  readonly pages: Page[] = [];
  /** What a lying server says to one page about who is there. */
  lie: (page: Page, lines: readonly string[]) => readonly string[] = (_, lines) => lines;
  readonly words = new Map<string, string>();
  readonly #chance: () => number;
  #due: Due[] = [];
  #made = 0;
  readonly #hashes = new Map<string, string>();

  constructor(seed: number, faults: Faults = GOOD) {
    this.#chance = chanceOf(seed);
    this.faults = faults;
  }

  get alive(): readonly Page[] {
    return this.pages.filter(({ alive }) => alive);
  }

  page(line: string): Page | undefined {
    return this.alive.find((page) => page.line === line);
  }

  join(line: string): void {
    if (this.page(line) !== undefined) return;
    this.#enter(line);
    this.#tellLines();
  }

  leave(line: string): void {
    const page = this.page(line);
    if (page === undefined) return;
    page.alive = false;
    this.#tellLines();
  }

  /** The page is loaded anew in the same line: our server tells nobody. */
  reload(line: string): void {
    const page = this.page(line);
    if (page === undefined) return;
    page.alive = false;
    this.#enter(line);
  }

  rename(line: string): void {
    this.#made += 1;
    const page = this.page(line);
    if (page !== undefined) this.happens(page, { type: 'people', names: [`n${this.#made}`] });
  }

  /** Says again to everybody, as a lying server does, what it says of the lines. */
  #tellLines(): void {
    for (const page of this.alive) this.tell(page);
  }

  tell(page: Page): void {
    this.#in(this.#chance() * this.faults.late, () => {
      const lines = this.alive.map(({ line }) => line);
      if (page.alive) this.#name(page, lines);
    });
  }

  /** A media identity is named for the page that has the line now, though its people see that late. */
  #name(page: Page, lines: readonly string[]): void {
    const media = new Map(this.alive.map(({ line, state }) => [state.me.media, line]));
    this.happens(page, { type: 'lines', lines: this.lie(page, lines), media });
  }

  #enter(line: string): void {
    this.#made += 1;
    // Mids ascend in another order than pages come.
    const mid = `${String((this.#made * 7_919) % 99_991).padStart(5, '0')}`;
    const me = { mid, line, media: `m${this.#made}`, names: [`n${this.#made}`] };
    const lines = this.alive.map((page) => page.line);
    const first = begin(me, { lines: [], media: new Map() }, this.now);
    const book: Book = { madeUpTo: 1, sealedAt: new Map(), sealedTo: new Map(), given: new Set() };
    const page = { mid, line, state: first.state, alive: true, pairs: new Set<string>(), ring: new Map() };
    const whole: Page = { ...page, book };
    this.pages.push(whole);
    for (const effect of first.effects) this.#perform(whole, effect);
    this.#name(whole, [...lines, line]);
    this.#tick(whole);
  }

  #tick(page: Page): void {
    this.#in(TICK, () => {
      if (!page.alive) return;
      this.happens(page, { type: 'tick' });
      this.#tick(page);
    });
  }

  happens(page: Page, event: Event): void {
    const { state, effects } = step(page.state, event, this.now);
    page.state = state;
    for (const effect of effects) {
      watch(this, page, effect);
      this.#perform(page, effect);
    }
  }

  #in(ms: number, run: () => void): void {
    this.#made += 1;
    this.#due.push({ at: this.now + ms, order: this.#made, run });
  }

  /** Lets that many milliseconds pass. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const [next] = this.#soonest(end);
      if (next === undefined) break;
      this.#due = this.#due.filter((due) => due !== next);
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = end;
  }

  #soonest(end: number): readonly Due[] {
    let best: Due | undefined;
    for (const due of this.#due)
      if (
        due.at <= end &&
        (best === undefined || due.at < best.at || (due.at === best.at && due.order < best.order))
      )
        best = due;
    return best === undefined ? [] : [best];
  }

  /** The same short name for the same members. */
  #hash(members: readonly Member[]): string {
    const whole = JSON.stringify(members.toSorted((one, other) => (one.mid < other.mid ? -1 : 1)));
    const name = this.#hashes.get(whole) ?? `h${this.#hashes.size}`;
    this.#hashes.set(whole, name);
    return name;
  }

  #send(to: readonly string[], event: (to: Page) => Event | null): void {
    for (const line of to) {
      const copies = this.#chance() < this.faults.loss ? 0 : this.#chance() < this.faults.twice ? 2 : 1;
      for (let copy = 0; copy < copies; copy += 1)
        this.#in(this.#chance() * this.faults.delay, () => {
          const page = this.page(line);
          const what = page === undefined ? null : event(page);
          if (page !== undefined && what !== null) this.happens(page, what);
        });
    }
  }

  #keys({ mid, line }: Page, epoch: number, to: readonly Receiver[]): void {
    this.#send(
      to.map((receiver) => receiver.line),
      (other) => {
        const mine = to.find((receiver) => receiver.mid === other.mid);
        if (mine === undefined || !other.state.known[mid]) return null;
        const fit = other.pairs.has(mine.receiving) ? true : null;
        const said = { mid, epoch, receiving: `${mid}:${epoch}`, commitment: `${mid}/${epoch}` };
        return { type: 'keys', line, keys: { ...said, fit } };
      },
    );
  }

  #perform(page: Page, effect: Effect): void {
    const { mid, line, state } = page;
    const heard = (message: Extract<Event, { type: 'heard' }>['message'], to: readonly string[]): void =>
      this.#send(to, () => ({ type: 'heard', line, message }));
    switch (effect.do) {
      case 'hash':
        return this.#in(1, () =>
          this.happens(page, { type: 'hashed', stamp: effect.stamp, hash: this.#hash(effect.members) }),
        );
      case 'make':
        page.pairs.add(`${mid}:${effect.epoch}`);
        return this.#in(this.#chance() * SEALING, () => {
          page.book.sealedAt.set(effect.epoch, this.now);
          this.happens(page, { type: 'sealed', epoch: effect.epoch });
        });
      case 'hello': {
        const { media, names } = state.me;
        const { epoch } = effect;
        const open = { identity: mid, receiving: `${mid}:${epoch}`, epoch, line, media, names };
        return heard({ type: 'hello', mid, ...open, mac: new Uint8Array(0) }, effect.to);
      }
      case 'keys':
        return this.#keys(page, effect.epoch, effect.to);
      case 'ack':
        return heard({ type: 'ack', mid, of: effect.of, epoch: effect.epoch }, effect.to);
      case 'beat': {
        const { count, roster, opened, to } = effect;
        return heard({ type: 'beat', mid, count, roster, opened }, to);
      }
      case 'draw': {
        const r = String(this.#chance());
        return this.#in(1, () => this.happens(page, { type: 'drawn', roster: effect.roster, c: `c${r}`, r }));
      }
      case 'commit':
        return heard({ type: 'commit', mid, roster: effect.roster, c: effect.c }, effect.to);
      case 'reveal': {
        const reveal = { mid, roster: effect.roster, r: effect.r, c: `c${effect.r}` };
        return this.#send(effect.to, () => ({ type: 'reveal', line, reveal }));
      }
      case 'give':
        page.ring.set(`${effect.mid} ${effect.slot}`, effect.epoch);
        return;
      case 'burn':
        page.ring.delete(`${effect.mid} ${effect.slot}`);
        return;
      case 'dropPair':
        page.pairs.delete(`${mid}:${effect.epoch}`);
        return;
      case 'switch':
      case 'disarm':
      case 'words':
      case 'alarm':
    }
  }
}

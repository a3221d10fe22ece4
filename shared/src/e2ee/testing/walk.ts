// Every course of a small model: honest pages 0, 1 and 2, and an attacker who is server, media server and network at once. What is sent
// may be given to anybody, at any time and again, or never. Cryptography is symbolic: who can open what is told by who has which half.

/** One safeguard taken out. */
export type Broken =
  'noMac' | 'noPsk' | 'wrapsToWhoLeft' | 'noComparison' | 'noCount' | 'oldPairs' | 'noBurn' | 'withheldStays';

export type Bounds = {
  /** How many of the three pages are there, rekeys of each in a window, beats of each, and windows of 5 min 10 s that pass. */
  readonly pages: number;
  readonly rekeys: number;
  readonly beats: number;
  readonly windows: number;
  /** Whether all have accepted each other's hello already. */
  readonly met: boolean;
  /** Page 2 leaves and gives the attacker all that it has, the link too; page 1 is copied once. */
  readonly leaves: boolean;
  readonly stolen: boolean;
};

const X = 3;
const bit = (who: number): number => 1 << who;
const has = (mask: number, who: number): boolean => (mask & bit(who)) !== 0;

type Page = {
  /** Whose hello was accepted, who of them is in the roster, and whose leave was told. */
  knows: number;
  roster: number;
  gone: number;
  epoch: number;
  /** Newest half known of each, own halves that are kept, keys of each that are held. */
  half: number[];
  pairs: number[];
  held: number[][];
  opened: number[];
  /** Who showed something new in this window. */
  fresh: number;
  said: number;
  /** Of each, the beat that counts here, and the newest that ever came. */
  beats: ([count: number, roster: number] | null)[];
  newest: ([count: number, roster: number] | null)[];
};

type Keys = {
  from: number;
  epoch: number;
  window: number;
  list: number;
  wraps: [to: number, half: number][];
};

export type World = {
  pages: Page[];
  keys: Keys[];
  beats: [from: number, count: number, roster: number][];
  window: number;
  link: boolean;
  left: boolean;
  /** The window in which page 1 was copied, or -1. */
  stolen: number;
  /** Halves `who:half` and keys `who/epoch` that the attacker took from pages. */
  taken: string[];
};

const page = (): Page => ({
  ...{ knows: 0, roster: 0, gone: 0, epoch: 0, fresh: 0, said: 0, pairs: [0] },
  half: [-1, -1, -1, -1],
  held: [[], [], [], []],
  opened: [0, 0, 0, 0],
  beats: [null, null, null, null],
  newest: [null, null, null, null],
});

const greet = (to: Page, from: number): void => {
  to.knows |= bit(from);
  to.fresh |= bit(from);
  to.half[from] = 0;
  if (!has(to.gone, from)) to.roster |= bit(from);
};

const rekey = (world: World, who: number, broken: Broken | null): void => {
  const own = world.pages[who];
  if (own === undefined) return;
  own.epoch += 1;
  if (broken !== 'oldPairs') own.pairs = [own.epoch - 1, own.epoch];
  const to = broken === 'wrapsToWhoLeft' ? own.knows : own.roster;
  const wraps = own.half.flatMap((half, other): [number, number][] =>
    has(to, other) ? [[other, half]] : [],
  );
  world.keys.push({ from: who, epoch: own.epoch, window: world.window, list: own.roster, wraps });
};

const open = (to: Page, me: number, { from, epoch, wraps }: Keys, broken: Broken | null): void => {
  if (broken !== 'oldPairs') to.half[from] = Math.max(to.half[from] ?? 0, epoch);
  const mine = wraps.find(([who]) => who === me);
  if (mine === undefined || !to.pairs.includes(mine[1]) || epoch <= (to.opened[from] ?? 0)) return;
  to.opened[from] = epoch;
  to.held[from]?.push(epoch);
  to.fresh |= bit(from);
};

const drop = (own: Page, who: number): void => {
  own.roster &= ~bit(who);
  own.held[who] = [];
};

/** 5 min 10 s pass: all have rekeyed, old halves and keys are dropped, and so is who showed nothing new. */
const pass = (world: World, broken: Broken | null): void => {
  world.window += 1;
  for (const own of world.pages) {
    if (broken !== 'noBurn') own.held = own.held.map((epochs) => epochs.slice(-1));
    if (broken !== 'oldPairs') own.pairs = own.pairs.slice(-1);
    if (broken !== 'withheldStays')
      for (let who = 0; who <= X; who += 1) if (has(own.roster, who) && !has(own.fresh, who)) drop(own, who);
    own.fresh = 0;
  }
};

const take = (world: World, who: number): void => {
  const own = world.pages[who];
  if (own === undefined) return;
  world.link = true;
  world.taken.push(...own.pairs.map((half) => `${who}:${half}`), `${who}/${own.epoch}`);
  own.held.forEach((epochs, other) => world.taken.push(...epochs.map((epoch) => `${other}/${epoch}`)));
};

/** Nobody knows anybody, unless all have met. */
export const start = ({ pages: count, met }: Bounds): World => {
  const pages = Array.from({ length: count }, page);
  for (const [who, own] of pages.entries())
    for (let from = 0; met && from < count; from += 1) if (from !== who) greet(own, from);
  return {
    ...{ pages, keys: [], beats: [], window: 0 },
    ...{ link: false, left: false, stolen: -1, taken: [] },
  };
};

type Act = (world: World) => void;

/** Everything that may happen next. */
export function* acts(world: World, bounds: Bounds, broken: Broken | null): Generator<Act> {
  const present = (who: number): boolean => who < bounds.pages && !(who === 2 && world.left);
  const on =
    (who: number, change: (own: Page) => void): Act =>
    (next) => {
      const own = next.pages[who];
      if (own !== undefined) change(own);
    };
  for (const [who, own] of world.pages.entries()) {
    if (!present(who)) continue;
    for (let from = 0; from <= X; from += 1) {
      const outside =
        (!bounds.met || bounds.leaves) && (world.link || broken === 'noMac' || broken === 'noPsk');
      const canGreet = from < X ? from < bounds.pages : outside;
      if (from !== who && canGreet && !has(own.knows, from)) yield on(who, (to) => greet(to, from));
    }
    if (own.epoch < (world.window + 1) * bounds.rekeys) yield (next) => rekey(next, who, broken);
    // All pages are alike: it is enough that 1 beats and 0 hears it.
    if (who === 1 && own.said < bounds.beats)
      yield (next) => {
        const mine = next.pages[who];
        if (mine === undefined) return;
        mine.said += 1;
        next.beats.push([who, mine.said, mine.roster | bit(who)]);
      };
    for (const keys of world.keys)
      if (keys.from !== who && has(own.roster, keys.from)) yield on(who, (to) => open(to, who, keys, broken));
    for (const [from, count, roster] of world.beats)
      if (who === 0 && has(own.roster, from))
        yield on(who, (to) => {
          if (count > (to.newest[from]?.[0] ?? 0)) to.newest[from] = [count, roster];
          if (broken === 'noCount' || count > (to.beats[from]?.[0] ?? 0)) to.beats[from] = [count, roster];
        });
    if (world.left && has(own.roster, 2))
      yield on(who, (to) => {
        to.gone |= bit(2);
        drop(to, 2);
      });
  }
  if (bounds.leaves && !world.left)
    yield (next) => {
      next.left = true;
      take(next, 2);
    };
  if (bounds.stolen && world.stolen < 0)
    yield (next) => {
      next.stolen = next.window;
      take(next, 1);
    };
  const tended = world.pages.every(({ epoch }) => epoch >= (world.window + 1) * bounds.rekeys);
  if (world.window < bounds.windows && tended) yield (next) => pass(next, broken);
}

/** Whether the attacker has this key: taken from a page, or opened with a half that it has and the link. */
const knows = ({ taken, link }: World, { from, epoch, wraps }: Keys, broken: Broken | null): boolean =>
  taken.includes(`${from}/${epoch}`) ||
  ((link || broken === 'noPsk') &&
    wraps.some(([who, half]) => who === X || taken.includes(`${who}:${half}`)));

/** What does not hold in this world, or null. */
export const wrong = (world: World, broken: Broken | null): string | null => {
  const { pages, keys, link, stolen, left } = world;
  for (const [who, own] of pages.entries()) {
    if (has(own.roster, X) && !link && broken !== 'noPsk') return 'a page without the link is in a roster';
    for (const [other, beat] of own.beats.entries()) {
      const mine = own.roster | bit(who);
      const confirmed = beat !== null && (broken === 'noComparison' || beat[1] === mine);
      if (confirmed && has(own.roster, other) && own.newest[other]?.[1] !== mine)
        return 'who is confirmed sees another list';
    }
  }
  for (const key of keys) {
    if (!knows(world, key, broken)) continue;
    if (!link) return 'the server opens what is said';
    // It is in the list, or it is its own key.
    if (has(key.list, X) || (left && (has(key.list, 2) || key.from === 2))) continue;
    if (stolen < 0) return 'who left opens what is said after';
    if (key.window < stolen - 2) return 'a theft opens what was said long before';
    if (key.window > stolen + 2) return 'a theft opens what is said long after';
  }
  return null;
};

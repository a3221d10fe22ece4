// What must hold at every single effect of every page.

import type { Effect } from '../state.ts';
import { ACK_WAIT, slotOf } from '../times.ts';
import type { Net, Page } from './net.ts';

/** What one page has done so far. */
export type Book = {
  madeUpTo: number;
  readonly sealedAt: Map<number, number>;
  readonly sealedTo: Map<number, Set<string>>;
  /** `mid/epoch` of each key that was ever given to its worker. */
  readonly given: Set<string>;
};

/** Ends the run with what was broken. */
const must = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

const switches = (net: Net, page: Page, epoch: number): void => {
  const { book, state, mid } = page;
  const to = [...(book.sealedTo.get(epoch) ?? [])];
  for (const other of to)
    must(state.known[other]?.inRoster === true, `${mid} switches to ${epoch}, sealed to ${other} who left`);
  const all = to.every((other) =>
    net.pages.find((one) => one.mid === other)?.book.given.has(`${mid}/${epoch}`),
  );
  const waited = net.now - (book.sealedAt.get(epoch) ?? net.now) >= ACK_WAIT;
  const alone = to.length > 0 || Object.keys(state.lines).length === 0;
  must(waited || (all && alone), `${mid} is armed with ${epoch}, neither acked by all nor waited for`);
};

const isUsed = (net: Net, mid: string, epoch: number): boolean =>
  net.alive.find((one) => one.mid === mid)?.state.own.used === epoch;

const burns = (net: Net, page: Page, mid: string, epoch: number): void => {
  const stays = mid === page.mid || page.state.known[mid]?.inRoster === true;
  must(!stays || !isUsed(net, mid, epoch), `${page.mid} burns ${mid}/${epoch} that is still sealed with`);
  must(
    page.ring.get(`${mid} ${slotOf(epoch)}`) === epoch || mid === page.mid,
    `${page.mid} burns another's slot`,
  );
};

const gives = (net: Net, page: Page, mid: string, epoch: number): void => {
  const before = page.ring.get(`${mid} ${slotOf(epoch)}`);
  must(before === undefined || !isUsed(net, mid, before), `${page.mid} fills a slot of ${mid} in use`);
  page.book.given.add(`${mid}/${epoch}`);
};

/** Looks at one effect before it is done. */
export const watch = (net: Net, page: Page, effect: Effect): void => {
  const { book, mid, state } = page;
  switch (effect.do) {
    case 'make':
      must(effect.epoch > book.madeUpTo, `${mid} makes epoch ${effect.epoch} again`);
      book.madeUpTo = effect.epoch;
      return;
    case 'keys': {
      const to = book.sealedTo.get(effect.epoch) ?? new Set();
      for (const other of effect.to) {
        must(state.known[other.mid]?.inRoster === true, `${mid} seals to ${other.mid} who left`);
        must(effect.epoch > state.own.used || to.has(other.mid), `${mid} seals an old key to a newcomer`);
        to.add(other.mid);
      }
      book.sealedTo.set(effect.epoch, to);
      return;
    }
    case 'switch':
      return switches(net, page, effect.epoch);
    case 'give':
      return gives(net, page, effect.mid, effect.epoch);
    case 'burn':
      return burns(net, page, effect.mid, effect.epoch);
    case 'reveal': {
      const commits = state.rounds[effect.roster]?.commits ?? {};
      for (const other of Object.values(state.known))
        must(!other.inRoster || other.mid in commits, `${mid} reveals before ${other.mid} has committed`);
      return;
    }
    case 'words': {
      const said = effect.all.map(({ r }) => r).join();
      must((net.words.get(effect.roster) ?? said) === said, `${mid} has other words`);
      net.words.set(effect.roster, said);
      return;
    }
    default:
  }
};

import type { Hex, Mid } from './bytes.ts';
import type { Member } from './inputs.ts';
import type { Opened } from './messages.ts';

// What one page knows of one space. No key stands here: a key is named by whose it is and its epoch.

/** Milliseconds on a clock of the page's own that never goes back. */
export type Moment = number;

/** A key in the worker's ring that is not burned yet. */
export type Held = { readonly epoch: number; readonly commitment: Hex };

/** Somebody whose hello was accepted, in the roster or not: who is gone is kept, so that nothing of theirs counts twice. */
export type Peer = Member & {
  readonly identity: Hex;
  readonly helloEpoch: number;
  readonly receiving: Hex;
  readonly receivingEpoch: number;
  /** Last heard: first hello, or a beat that counted. `turn` orders those of one moment. */
  readonly heard: Moment;
  readonly turn: number;
  /** When a new epoch was last opened, or the hello first accepted. */
  readonly since: Moment;
  readonly inRoster: boolean;
  /** Since when our server does not name the line; null while it does. */
  readonly unnamed: Moment | null;
  readonly count: number;
  readonly beat: { readonly at: Moment; readonly roster: Hex } | null;
  /** Newest epoch of theirs that was ever opened here, and the keys that the worker has. */
  readonly opened: number;
  readonly openedAt: Moment;
  readonly held: readonly Held[];
  /** Newest epoch of mine that they say they have opened. */
  readonly told: number;
  /** When hello and keys, and when commit and reveal, were last sent to them again. */
  readonly again: Moment;
  readonly answered: Moment;
  /** Since when their roster hash is another than mine. */
  readonly differs: Moment | null;
  /** A key that did not fit its commitment: what this page itself has seen. */
  readonly foul: boolean;
  /** Those of whom they were given another key than this page, as they say: their word alone, which may be a lie. */
  readonly accuses: readonly Mid[];
  readonly commit: { readonly roster: Hex; readonly c: Hex } | null;
  readonly reveal: { readonly roster: Hex; readonly c: Hex; readonly r: Hex } | null;
};

/** An epoch that was made and is not switched to; `sealed` is when its keys went out. */
export type UnderWay = {
  readonly epoch: number;
  readonly to: readonly Mid[];
  readonly sealed: Moment | null;
};

export type Own = {
  readonly made: number;
  readonly madeAt: Moment;
  /** The epoch that the worker seals with; 0 while it may not. */
  readonly used: number;
  readonly usedAt: Moment;
  /** Who may have the key of it and is still there. */
  readonly receivers: readonly Mid[];
  readonly underWay: UnderWay | null;
  /** When the first epoch was made that was not switched to since the last switch. */
  readonly unswitched: Moment | null;
  readonly due: Moment | null;
  /** People changed: a hello goes before the next keys. */
  readonly renamed: boolean;
  /** Epochs of older pairs, and of older own keys in the worker, each with when it is to be dropped. */
  readonly pairs: readonly Ending[];
  readonly slots: readonly Ending[];
};

export type Ending = { readonly epoch: number; readonly at: Moment };

/** Safety words of one roster hash. `commits` stand still from the moment in which I reveal mine. */
export type Round = {
  readonly c: Hex;
  readonly r: Hex;
  readonly commits: { readonly [mid: Mid]: Hex } | null;
  readonly ready: boolean;
};

export type Alarm =
  /** `said`: by the word of this page it was given another key than mine. */
  | { readonly why: 'roster' | 'stray' | 'key' | 'said'; readonly mid: Mid }
  | { readonly why: 'line'; readonly line: string };

export type State = {
  readonly me: Member;
  /** Lines that our server names, without mine: since when, and when a hello last went to it. */
  readonly lines: { readonly [line: string]: { readonly since: Moment; readonly asked: Moment } };
  /** Media identity → the line that our server names for it. */
  readonly media: ReadonlyMap<string, string>;
  readonly known: { readonly [mid: Mid]: Peer };
  /** When each line lately changed who or what stands for it. */
  readonly changes: { readonly [line: string]: readonly Moment[] };
  readonly turn: number;
  readonly own: Own;
  /** `stamp` counts rosters; `hash` is null until the caller has told it. */
  readonly roster: { readonly stamp: number; readonly at: Moment; readonly hash: Hex | null };
  readonly count: number;
  readonly beatDue: Moment;
  readonly rounds: { readonly [roster: Hex]: Round };
  /** The roster hash for which a draw was asked. */
  readonly drawing: Hex | null;
  readonly alarms: readonly Alarm[];
};

/** One whom a message goes to or a key is sealed for. */
export type Receiver = { readonly mid: Mid; readonly line: string; readonly receiving: Hex };

/** What the caller is to do, in this order. `to` names lines. */
export type Effect =
  /** Hash these members, then tell `hashed` with the stamp. */
  | { readonly do: 'hash'; readonly stamp: number; readonly members: readonly Member[] }
  /** Make key and pair of this epoch, drop the bytes of epochs that are neither this one nor in use, then tell `sealed`. */
  | { readonly do: 'make'; readonly epoch: number }
  | { readonly do: 'hello'; readonly epoch: number; readonly to: readonly string[] }
  /** Seal the key of this epoch to these, and send it to their lines. */
  | { readonly do: 'keys'; readonly epoch: number; readonly to: readonly Receiver[] }
  | { readonly do: 'ack'; readonly of: Mid; readonly epoch: number; readonly to: readonly string[] }
  | {
      readonly do: 'beat';
      readonly count: number;
      readonly roster: Hex;
      readonly opened: readonly Opened[];
      readonly to: readonly string[];
    }
  /** Draw `r`, then tell `drawn`. */
  | { readonly do: 'draw'; readonly roster: Hex }
  | { readonly do: 'commit'; readonly roster: Hex; readonly c: Hex; readonly to: readonly string[] }
  | { readonly do: 'reveal'; readonly roster: Hex; readonly r: Hex; readonly to: readonly string[] }
  | {
      readonly do: 'words';
      readonly roster: Hex;
      readonly all: readonly { readonly mid: Mid; readonly r: Hex }[];
    }
  /** Seal with this epoch from now on, and drop the bytes of all older ones. */
  | { readonly do: 'switch'; readonly epoch: number }
  /** Seal nothing until the next switch. */
  | { readonly do: 'disarm' }
  /** Give the key that was just opened to the worker. */
  | { readonly do: 'give'; readonly mid: Mid; readonly epoch: number; readonly slot: number }
  /** Overwrite the slot with chance; `mid` may be my own. */
  | { readonly do: 'burn'; readonly mid: Mid; readonly epoch: number; readonly slot: number }
  | { readonly do: 'dropPair'; readonly epoch: number }
  | { readonly do: 'alarm'; readonly alarms: readonly Alarm[] };

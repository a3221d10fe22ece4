import type { Hex, Mid } from './bytes.ts';
import { isConfirmed } from './confirmed.ts';
import type { Alarm, Moment, State } from './state.ts';
import { peersOf } from './turn.ts';

export type PeerStatus = {
  readonly mid: Mid;
  readonly line: string;
  readonly media: string;
  readonly names: readonly string[];
  /** `waiting`: no key of theirs is here yet. `unsure`: it is, but not all is confirmed. */
  readonly sealing: 'sealed' | 'unsure' | 'waiting' | 'foul';
  /** Whether somebody in the list says that they were given another key of them. */
  readonly accused: boolean;
  /** Whether they may hold the key that I seal with. */
  readonly hears: boolean;
};

/** What a page may show. */
export type Status = {
  readonly armed: boolean;
  readonly confirmed: number;
  readonly of: number;
  readonly peers: readonly PeerStatus[];
  /** The roster hash whose words stand; null while they are coming. */
  readonly words: Hex | null;
  readonly alarms: readonly Alarm[];
};

/** What is so at this moment; `confirmed` counts peers, oneself not. */
export const statusOf = (state: State, now: Moment): Status => {
  const { own, roster, rounds, alarms } = state;
  const accused = new Set(peersOf(state).flatMap(({ accuses }) => accuses));
  const peers = peersOf(state).map((peer): PeerStatus => {
    const { mid, line, media, names, held, foul } = peer;
    const sealed = isConfirmed(state, peer, now) ? 'sealed' : 'unsure';
    const sealing = foul ? 'foul' : held.length === 0 ? 'waiting' : sealed;
    const hears = own.receivers.includes(mid);
    return { mid, line, media, names, sealing, accused: accused.has(mid), hears };
  });
  return {
    armed: own.used > 0,
    confirmed: peers.filter(({ sealing }) => sealing === 'sealed').length,
    of: peers.length,
    peers,
    words: roster.hash !== null && rounds[roster.hash]?.ready === true ? roster.hash : null,
    alarms,
  };
};

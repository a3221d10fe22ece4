import type { Peer, State } from './state.ts';
import { BEAT_FRESH } from './times.ts';
import { peersOf } from './turn.ts';

/** Whether this peer has lately said that it sees the same roster, both have each other's key, and none of theirs was foul. */
export const isConfirmed = ({ roster, own }: State, peer: Peer, now: number): boolean =>
  peer.inRoster &&
  !peer.foul &&
  peer.beat !== null &&
  now - peer.beat.at <= BEAT_FRESH &&
  peer.beat.roster === roster.hash &&
  own.used > 0 &&
  peer.told >= own.used &&
  peer.held.length > 0;

export const allConfirmed = (state: State, now: number): boolean =>
  peersOf(state).every((peer) => isConfirmed(state, peer, now));

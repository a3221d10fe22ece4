import type { Peer, State } from './state.ts';
import { BEAT_LAPSES, EPOCH_LAPSES, slotOf } from './times.ts';
import { peersOf, setOwn, setPeer, type Turn } from './turn.ts';
import { askRekey } from './rekey.ts';

/** Whether our server names another line for this media identity: who claims it first would keep out whose it is. */
export const isElsewhere = ({ media }: State, one: Pick<Peer, 'media' | 'line'>): boolean =>
  (media.get(one.media) ?? one.line) !== one.line;

const isThere = (state: State, peer: Peer, now: number): boolean =>
  Object.hasOwn(state.lines, peer.line) &&
  !isElsewhere(state, peer) &&
  now - peer.heard <= BEAT_LAPSES &&
  now - peer.since <= EPOCH_LAPSES;

/** Of several identities of one line the one last heard; of several lines with one media identity the one that stood first. */
const stands = (peer: Peer, there: readonly Peer[]): boolean =>
  there.every((other) => {
    if (other.mid === peer.mid) return true;
    if (other.line === peer.line) return other.turn < peer.turn;
    if (other.media !== peer.media || (peer.inRoster && !other.inRoster)) return true;
    return peer.inRoster === other.inRoster && peer.mid < other.mid;
  });

const leaves = (turn: Turn, peer: Peer): void => {
  for (const { epoch } of peer.held)
    turn.effects.push({ do: 'burn', mid: peer.mid, epoch, slot: slotOf(epoch) });
  setPeer(turn, peer.mid, { inRoster: false, held: [], told: 0, differs: null, foul: false, accuses: [] });
  for (const { mid, accuses } of peersOf(turn.state))
    if (accuses.includes(peer.mid))
      setPeer(turn, mid, { accuses: accuses.filter((accused) => accused !== peer.mid) });
  const { underWay, receivers } = turn.state.own;
  setOwn(turn, { receivers: receivers.filter((mid) => mid !== peer.mid) });
  if (underWay?.to.includes(peer.mid) === true) setOwn(turn, { underWay: null });
};

const nameLine = (turn: Turn, peer: Peer): void => {
  const named = Object.hasOwn(turn.state.lines, peer.line);
  if (named !== (peer.unnamed === null)) setPeer(turn, peer.mid, { unnamed: named ? null : turn.now });
};

/** Looks anew who is in the roster; who left has all slots burned, and any change makes a rekey due. */
export const lookAround = (turn: Turn): void => {
  for (const peer of Object.values(turn.state.known)) nameLine(turn, peer);
  const there = Object.values(turn.state.known).filter((peer) => isThere(turn.state, peer, turn.now));
  const now = new Set(there.filter((peer) => stands(peer, there)).map(({ mid }) => mid));
  const moved = Object.values(turn.state.known).filter(({ mid, inRoster }) => inRoster !== now.has(mid));
  for (const peer of moved)
    if (peer.inRoster) leaves(turn, peer);
    else setPeer(turn, peer.mid, { inRoster: true });
  if (moved.length === 0) return;
  askRekey(turn);
  newRoster(turn);
};

/** The roster is another one: its hash has to be told. */
export const newRoster = (turn: Turn): void => {
  const stamp = turn.state.roster.stamp + 1;
  turn.state = { ...turn.state, roster: { stamp, at: turn.now, hash: null } };
  const members = [turn.state.me, ...peersOf(turn.state)].map(({ mid, line, media, names }) => ({
    mid,
    line,
    media,
    names,
  }));
  turn.effects.push({ do: 'hash', stamp, members });
};

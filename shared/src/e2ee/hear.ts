// What accepted messages do. Signature, mac and mid were looked at by the caller, and wraps were opened by it.

import type { Hex, Mid } from './bytes.ts';
import type { Ack, Beat, Commit, Hello } from './messages.ts';
import { mayChange } from './changes.ts';
import { isElsewhere, lookAround, newRoster } from './roster.ts';
import { askRekey } from './rekey.ts';
import type { Peer } from './state.ts';
import { AGAIN_EVERY, AGAIN_FIRST, GREETED, MOST_KNOWN, slotOf } from './times.ts';
import { peersOf, receiver, setPeer, type Turn } from './turn.ts';

/** The known page of that mid, if the message came from its line. */
const from = (turn: Turn, line: string, mid: Mid): Peer | null => {
  const peer = turn.state.known[mid];
  return peer === undefined || peer.line !== line ? null : peer;
};

/** Whether another identity of that line stands in the roster, in whose place this one would come. */
const takesOver = (turn: Turn, line: string, mid: Mid): boolean =>
  peersOf(turn.state).some((other) => other.line === line && other.mid !== mid);

const nextTurn = (turn: Turn): number => {
  turn.state = { ...turn.state, turn: turn.state.turn + 1 };
  return turn.state.turn;
};

const forgetOldest = (turn: Turn): void => {
  const gone = Object.values(turn.state.known).filter(({ inRoster }) => !inRoster);
  if (Object.keys(turn.state.known).length < MOST_KNOWN) return;
  const [oldest] = gone.toSorted((one, other) => one.turn - other.turn);
  const known = Object.entries(turn.state.known).filter(([mid]) => mid !== oldest?.mid);
  turn.state = { ...turn.state, known: Object.fromEntries(known) };
};

/** Who is new and lost our hello, or came after it, cannot read anything of ours. Whether one goes. */
const greet = (turn: Turn, line: string): boolean => {
  const entry = turn.state.lines[line];
  if (entry === undefined || turn.now - entry.asked < GREETED) return false;
  turn.state = {
    ...turn.state,
    lines: { ...turn.state.lines, [line]: { ...entry, asked: turn.now } },
  };
  turn.effects.push({ do: 'hello', epoch: turn.state.own.made, to: [line] });
  return true;
};

/**
 * Who greets again and lacks my newest key has lost my hello, and with it what I have sent since: they do not wait for a beat. As what
 * is sent after one, it goes once in a while: whoever greets without end gets no more.
 */
const greetBack = (turn: Turn, mid: Mid): void => {
  lookAround(turn);
  const peer = turn.state.known[mid];
  const { made, used, receivers } = turn.state.own;
  if (peer?.inRoster !== true || peer.told >= made || turn.now - peer.again < AGAIN_EVERY) return;
  if (!greet(turn, peer.line)) return;
  setPeer(turn, mid, { again: turn.now });
  if (peer.told < used && receivers.includes(mid))
    turn.effects.push({ do: 'keys', epoch: used, to: [receiver(peer)] });
};

const firstHello = (turn: Turn, { mid, identity, receiving, epoch, line, media, names }: Hello): void => {
  forgetOldest(turn);
  const { now } = turn;
  const peer: Peer = {
    ...{ mid, identity, line, media, names, helloEpoch: epoch, receiving, receivingEpoch: epoch },
    ...{ heard: now, turn: nextTurn(turn), since: now, inRoster: false, unnamed: null },
    ...{ count: 0, beat: null, opened: 0, openedAt: now, held: [], told: 0 },
    // The first time is soon: a first hello is what is lost most often.
    ...{
      again: now - AGAIN_EVERY + GREETED,
      answered: -AGAIN_EVERY,
      differs: null,
      foul: false,
      accuses: [],
      commit: null,
      reveal: null,
    },
  };
  turn.state = { ...turn.state, known: { ...turn.state.known, [mid]: peer } };
  greet(turn, line);
};

const laterHello = (turn: Turn, peer: Peer, hello: Hello): void => {
  if (hello.epoch <= peer.helloEpoch) return;
  const renamed = hello.names.join('\n') !== peer.names.join('\n');
  if (renamed && peer.inRoster && !mayChange(turn, peer.line)) return;
  setPeer(turn, peer.mid, { helloEpoch: hello.epoch, names: hello.names });
  if (hello.epoch > peer.receivingEpoch)
    setPeer(turn, peer.mid, { receiving: hello.receiving, receivingEpoch: hello.epoch });
  if (!renamed || !peer.inRoster) return;
  askRekey(turn);
  newRoster(turn);
};

export const hearHello = (turn: Turn, line: string, hello: Hello): void => {
  const { me, known } = turn.state;
  if (hello.line !== line || hello.line === me.line || hello.mid === me.mid) return;
  const taken = [me, ...peersOf(turn.state)].some(
    (other) => other.media === hello.media && other.line !== hello.line,
  );
  if (taken || isElsewhere(turn.state, hello)) return;
  const peer = known[hello.mid];
  if (peer === undefined) {
    if (!takesOver(turn, line, hello.mid) || mayChange(turn, line)) firstHello(turn, hello);
    return;
  }
  if (hello.line !== peer.line || hello.media !== peer.media) return;
  laterHello(turn, peer, hello);
  greetBack(turn, peer.mid);
};

/** Keys whose own wrap was opened: `fit` tells whether the key is the one committed to, null if no pair opened it. */
export type HeardKeys = {
  readonly mid: Mid;
  readonly epoch: number;
  readonly receiving: Hex;
  readonly commitment: Hex;
  readonly fit: boolean | null;
};

export const hearKeys = (turn: Turn, line: string, keys: HeardKeys): void => {
  const peer = from(turn, line, keys.mid);
  if (peer === null) return;
  if (keys.epoch > peer.receivingEpoch)
    setPeer(turn, peer.mid, { receiving: keys.receiving, receivingEpoch: keys.epoch });
  if (keys.fit === null) return;
  if (!keys.fit) return setPeer(turn, peer.mid, { foul: true });
  const again = keys.epoch === peer.opened && peer.held.every(({ epoch }) => epoch !== keys.epoch);
  if (keys.epoch < peer.opened || (keys.epoch === peer.opened && !again)) return;
  const { now } = turn;
  if (!again) setPeer(turn, peer.mid, { since: now });
  lookAround(turn);
  const { inRoster, held } = turn.state.known[peer.mid] ?? peer;
  if (!inRoster) return setPeer(turn, peer.mid, { since: peer.since });
  const slot = slotOf(keys.epoch);
  const others = held.filter(({ epoch }) => slotOf(epoch) !== slot);
  setPeer(turn, peer.mid, {
    opened: keys.epoch,
    openedAt: now,
    held: [...others, { epoch: keys.epoch, commitment: keys.commitment }],
  });
  turn.effects.push({ do: 'give', mid: peer.mid, epoch: keys.epoch, slot });
  turn.effects.push({ do: 'ack', of: peer.mid, epoch: keys.epoch, to: [peer.line] });
};

export const hearAck = (turn: Turn, line: string, { mid, of, epoch }: Ack): void => {
  const peer = from(turn, line, mid);
  const { me, own } = turn.state;
  if (peer === null || of !== me.mid || epoch > own.made) return;
  setPeer(turn, mid, { told: Math.max(peer.told, epoch) });
};

/**
 * Who lacks the newest key that I use, or long sees another roster, has lost something of mine. Only receivers of that key get it again:
 * a newcomer gets the next one.
 */
const sendAgain = (turn: Turn, peer: Peer): void => {
  const { used, usedAt, receivers, made } = turn.state.own;
  const { now } = turn;
  const lacks = peer.told < used && now - usedAt >= AGAIN_FIRST;
  const differs = peer.differs !== null && now - peer.differs >= AGAIN_FIRST;
  if ((!lacks && !differs) || now - peer.again < AGAIN_EVERY) return;
  setPeer(turn, peer.mid, { again: now });
  turn.effects.push({ do: 'hello', epoch: made, to: [peer.line] });
  if (lacks && receivers.includes(peer.mid))
    turn.effects.push({ do: 'keys', epoch: used, to: [receiver(peer)] });
};

/** Whether this beat tells of another key than the one that is held here. It is held against whoever says so, as nobody can tell who lies. */
const compare = (turn: Turn, { accuses }: Peer, { mid, opened }: Beat): void => {
  const others = opened.filter(({ mid: whose, epoch, commitment }) => {
    const mine = turn.state.known[whose]?.held.find((held) => held.epoch === epoch);
    return mine !== undefined && mine.commitment.slice(0, 32) !== commitment;
  });
  if (others.length > 0)
    setPeer(turn, mid, { accuses: [...new Set([...accuses, ...others.map((other) => other.mid)])] });
};

export const hearBeat = (turn: Turn, line: string, beat: Beat): void => {
  const peer = from(turn, line, beat.mid);
  if (peer === null || beat.count <= peer.count) return;
  if (!peer.inRoster && takesOver(turn, line, peer.mid) && !mayChange(turn, line)) return;
  const { me, own } = turn.state;
  const told = beat.opened.find(({ mid }) => mid === me.mid)?.epoch ?? 0;
  setPeer(turn, peer.mid, {
    heard: turn.now,
    turn: nextTurn(turn),
    count: beat.count,
    beat: { at: turn.now, roster: beat.roster },
    told: Math.min(told, own.made),
  });
  lookAround(turn);
  const now = turn.state.known[peer.mid];
  if (now?.inRoster !== true) return;
  compare(turn, now, beat);
  sendAgain(turn, now);
};

/** The first commit of one roster hash holds. */
export const hearCommit = (turn: Turn, line: string, { mid, roster, c }: Commit): void => {
  const peer = from(turn, line, mid);
  if (peer === null || peer.commit?.roster === roster) return;
  setPeer(turn, mid, { commit: { roster, c } });
};

/** A reveal with the `c` that its `r` makes, which the caller has hashed. */
export type HeardReveal = { readonly mid: Mid; readonly roster: Hex; readonly r: Hex; readonly c: Hex };

export const hearReveal = (turn: Turn, line: string, { mid, roster, r, c }: HeardReveal): void => {
  if (from(turn, line, mid) !== null) setPeer(turn, mid, { reveal: { roster, r, c } });
};

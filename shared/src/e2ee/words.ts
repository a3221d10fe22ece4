// Safety words: commit, then reveal, so that nobody chooses theirs after they have seen the others'.

import type { Hex } from './bytes.ts';
import { allConfirmed } from './confirmed.ts';
import type { Round } from './state.ts';
import { AGAIN_EVERY, WORDS_STILL } from './times.ts';
import { linesOf, peersOf, setPeer, type Turn } from './turn.ts';

/**
 * None is ever forgotten: who forgot its `r` would show other words than the rest once a roster is back, and who forgot what others had
 * committed to would take a draw from them that was chosen with its own in sight. A roster has to stand still first, so that they grow by
 * one in `WORDS_STILL` at most, of 3 kB at most.
 */
const setRound = (turn: Turn, roster: Hex, round: Round): void => {
  turn.state = { ...turn.state, rounds: { ...turn.state.rounds, [roster]: round } };
};

const draw = (turn: Turn, hash: Hex): void => {
  const { roster, drawing } = turn.state;
  if (drawing === hash || turn.now - roster.at < WORDS_STILL || !allConfirmed(turn.state, turn.now)) return;
  if (peersOf(turn.state).length === 0) return;
  turn.state = { ...turn.state, drawing: hash };
  turn.effects.push({ do: 'draw', roster: hash });
};

/** The caller has drawn: from now on this page has one `r` for this roster hash. */
export const drawn = (turn: Turn, roster: Hex, c: Hex, r: Hex): void => {
  if (turn.state.drawing !== roster || turn.state.rounds[roster] !== undefined) return;
  turn.state = { ...turn.state, drawing: null };
  setRound(turn, roster, { c, r, commits: null, ready: false });
  turn.effects.push({ do: 'commit', roster, c, to: linesOf(turn.state) });
};

const reveal = (turn: Turn, roster: Hex, round: Round): void => {
  const peers = peersOf(turn.state);
  if (!peers.every(({ commit }) => commit?.roster === roster)) return;
  const commits = Object.fromEntries(peers.map(({ mid, commit }) => [mid, commit?.c ?? '']));
  setRound(turn, roster, { ...round, commits });
  turn.effects.push({ do: 'reveal', roster, r: round.r, to: linesOf(turn.state) });
};

const finish = (turn: Turn, roster: Hex, round: Round): void => {
  const peers = peersOf(turn.state);
  const fits = peers.every(
    ({ mid, reveal: told }) => told?.roster === roster && told.c === round.commits?.[mid],
  );
  if (!fits) return;
  setRound(turn, roster, { ...round, ready: true });
  const all = [
    { mid: turn.state.me.mid, r: round.r },
    ...peers.map((peer) => ({ mid: peer.mid, r: peer.reveal?.r ?? '' })),
  ];
  turn.effects.push({
    do: 'words',
    roster,
    all: all.toSorted((one, other) => (one.mid < other.mid ? -1 : 1)),
  });
};

/** Brings the words of the roster that now is one step on, if it can. */
export const seekWords = (turn: Turn): void => {
  const { hash } = turn.state.roster;
  if (hash === null) return;
  if (turn.state.rounds[hash] === undefined) draw(turn, hash);
  const committed = turn.state.rounds[hash];
  if (committed?.commits === null) reveal(turn, hash, committed);
  const revealed = turn.state.rounds[hash];
  if (revealed !== undefined && revealed.commits !== null && !revealed.ready) finish(turn, hash, revealed);
};

const tell = (turn: Turn, roster: Hex, { c, r, commits }: Round, to: readonly string[]): void => {
  turn.effects.push({ do: 'commit', roster, c, to });
  if (commits !== null) turn.effects.push({ do: 'reveal', roster, r, to });
};

/** With each beat, while the words are coming: what was lost is said again. */
export const wordsAgain = (turn: Turn): void => {
  const { hash } = turn.state.roster;
  const round = hash === null ? undefined : turn.state.rounds[hash];
  if (hash !== null && round !== undefined && !round.ready) tell(turn, hash, round, linesOf(turn.state));
};

/** Who still seeks the words that stand here is answered. */
export const answerWords = (turn: Turn, mid: string, roster: Hex): void => {
  const peer = turn.state.known[mid];
  const round = turn.state.rounds[roster];
  if (peer === undefined || round?.ready !== true || turn.state.roster.hash !== roster) return;
  if (turn.now - peer.answered < AGAIN_EVERY) return;
  setPeer(turn, mid, { answered: turn.now });
  tell(turn, roster, round, [peer.line]);
};

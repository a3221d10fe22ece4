import type { Mid } from './bytes.ts';
import type { Effect, Moment, Own, Peer, Receiver, State } from './state.ts';

/** One step in the making. The states in it are never changed, only replaced. */
export type Turn = { state: State; readonly effects: Effect[]; readonly now: Moment };

export const setPeer = (turn: Turn, mid: Mid, patch: Partial<Peer>): void => {
  const peer = turn.state.known[mid];
  if (peer === undefined) return;
  turn.state = { ...turn.state, known: { ...turn.state.known, [mid]: { ...peer, ...patch } } };
};

export const setOwn = (turn: Turn, patch: Partial<Own>): void => {
  turn.state = { ...turn.state, own: { ...turn.state.own, ...patch } };
};

/** The roster without oneself, ascending by mid. */
export const peersOf = (state: State): readonly Peer[] =>
  Object.values(state.known)
    .filter(({ inRoster }) => inRoster)
    .toSorted((one, other) => (one.mid < other.mid ? -1 : 1));

export const receiver = ({ mid, line, receiving }: Peer): Receiver => ({ mid, line, receiving });

/** Every line that our server names, mine not. */
export const linesOf = (state: State): readonly string[] => Object.keys(state.lines);

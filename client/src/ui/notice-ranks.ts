// Which of several notices stand whole where there is room for one. Pure.

export type Standing = {
  readonly id: string;
  /** It always stands whole. */
  readonly calls: boolean;
};
/** Calls and the newest stand whole. */
export type Rank = 'call' | 'whole' | 'line' | 'rest';

/**
 * Calls stand whole, and without one the newest does; of the others the newest is one line.
 * @param standing in the order in which they came
 */
export const ranksOf = (standing: readonly Standing[]): ReadonlyMap<string, Rank> => {
  const ranks = new Map<string, Rank>(standing.map(({ id, calls }) => [id, calls ? 'call' : 'rest']));
  const others = standing.filter(({ calls }) => !calls);
  const free: Rank[] = others.length === standing.length ? ['whole', 'line'] : ['line'];
  for (const { id } of others.toReversed()) ranks.set(id, free.shift() ?? 'rest');
  return ranks;
};

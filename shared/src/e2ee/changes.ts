import { CHANGES_WITHIN, MOST_CHANGES } from './times.ts';
import type { Turn } from './turn.ts';

/**
 * Whether a line may change now who or what stands for it: another identity, other names. Each such change makes everybody rekey, so
 * that a line which did it without end would keep all others busy. What is refused is not counted: it may come again later.
 */
export const mayChange = (turn: Turn, line: string): boolean => {
  const recent = (all: readonly number[]) => all.filter((at) => turn.now - at < CHANGES_WITHIN);
  const of = recent(turn.state.changes[line] ?? []);
  if (of.length >= MOST_CHANGES) return false;
  const others = Object.entries(turn.state.changes).filter(([, all]) => recent(all).length > 0);
  turn.state = { ...turn.state, changes: { ...Object.fromEntries(others), [line]: [...of, turn.now] } };
  return true;
};

import type { Alarm, Peer, State } from './state.ts';
import { ALARM_AFTER, BEAT_LAPSES, STRAY_AFTER } from './times.ts';
import { peersOf, setPeer, type Turn } from './turn.ts';

/** Since when each peer's newest beat tells another roster than mine; while mine is being hashed nothing is known. */
const compareRosters = (turn: Turn): void => {
  const { hash } = turn.state.roster;
  if (hash === null) return;
  for (const { mid, beat, differs } of peersOf(turn.state)) {
    const other = beat !== null && beat.roster !== hash;
    if (other !== (differs !== null)) setPeer(turn, mid, { differs: other ? turn.now : null });
  }
};

const lasts = (since: number | null, now: number): boolean => since !== null && now - since >= ALARM_AFTER;

/** Heard, though our server has not named the line for long. */
const isStray = ({ unnamed, heard }: Peer, now: number): boolean =>
  lasts(unnamed, now) && heard > (unnamed ?? 0) + STRAY_AFTER && now - heard <= BEAT_LAPSES;

const alarmsOf = ({ known, lines }: State, now: number): readonly Alarm[] => {
  const greeted = new Set(Object.values(known).map(({ line }) => line));
  const peers = Object.values(known).toSorted((one, other) => (one.mid < other.mid ? -1 : 1));
  const of = (why: 'roster' | 'stray' | 'key' | 'said', test: (peer: Peer) => boolean): Alarm[] =>
    peers.filter(test).map(({ mid }) => ({ why, mid }));
  return [
    ...of('roster', ({ differs }) => lasts(differs, now)),
    ...of('stray', (peer) => isStray(peer, now)),
    ...of('key', ({ foul }) => foul),
    ...of('said', ({ accuses }) => accuses.length > 0),
    ...Object.entries(lines)
      .filter(([line, { since }]) => !greeted.has(line) && lasts(since, now))
      .map(([line]) => ({ why: 'line' as const, line })),
  ];
};

/** Sets the alarms, and tells them if they are others than before. */
export const lookForLies = (turn: Turn): void => {
  compareRosters(turn);
  const alarms = alarmsOf(turn.state, turn.now);
  if (JSON.stringify(alarms) === JSON.stringify(turn.state.alarms)) return;
  turn.state = { ...turn.state, alarms };
  turn.effects.push({ do: 'alarm', alarms });
};

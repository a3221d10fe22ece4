import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { sealing } from '../../media/e2ee/sealing-store.ts';
import { letters, type Note } from '../../state/letters.ts';

/** Notes that came and were not put away. */
export const useFreshNotes = (): readonly Note[] =>
  useStore(
    letters,
    useShallow(({ notes }) => notes.filter(({ fresh }) => fresh)),
  );

/** Of these lines the people, as their own pages sign their names. */
export const namesAt = (lines: readonly string[]): readonly string[] =>
  sealing
    .getState()
    .hearers.filter(({ line }) => lines.includes(line))
    .flatMap(({ names }) => names);

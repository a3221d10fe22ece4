// What holds for every session is looked at along random ones.

import * as fc from 'fast-check';
import type { Session } from '../session/session.ts';
import { make, moves, type Move } from './arbitraries.ts';
import { fullCircle, type Play } from './play.ts';

export const RUNS = { numRuns: 100 };

const started = (protect: boolean, begun: boolean): Play => fullCircle('online60', protect, begun).play;

/** Plays the moves and looks at every state on the way, with the state before it. */
export const along = (
  list: readonly Move[],
  protect: boolean,
  look: (play: Play, before: Session, at: number) => void,
  begun = true,
) => {
  const play = started(protect, begun);
  for (const move of list) {
    const [before, at] = [play.session, play.now];
    make(play, move);
    look(play, before, at);
  }
  return play;
};

/** Looks at every state of a hundred random sessions, of which half have not begun at first. */
export const property = (look: (play: Play, before: Session, at: number) => void) =>
  fc.assert(
    fc.property(moves(), fc.boolean(), fc.boolean(), (list, protect, begun) => {
      along(list, protect, look, begun);
    }),
    RUNS,
  );

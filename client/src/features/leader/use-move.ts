import { type MouseEvent as Pressed, useRef } from 'react';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { Run } from '../../session/use-command.ts';

/** Milliseconds in which a second click belongs to the first: as long as the server lets the course rest. */
const SAME_PRESS = 1_000;
/** How far apart in px the two clicks of a hurried hand, or the two taps of a finger, may be. */
const SAME_SPOT = 24;

/** The second click of a double click presses nothing, whatever a move has brought under the pointer meanwhile. */
const shield = ({ clientX, clientY }: Pressed): void => {
  const swallow = (event: MouseEvent) => {
    if (Math.hypot(event.clientX - clientX, event.clientY - clientY) > SAME_SPOT) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('click', swallow, true);
  setTimeout(() => removeEventListener('click', swallow, true), SAME_PRESS);
};

/** One press, one step: a second press before the answer, or while the course rests, is the same press. */
export const useMove = (run: Run, rests: boolean) => {
  const under = useRef(false);
  return async (command: PersonalCommand, event: Pressed): Promise<void> => {
    if (rests || under.current) return;
    under.current = true;
    // A key has no place, and presses what has the focus.
    if (event.detail > 0) shield(event);
    await run(command).finally(() => (under.current = false));
  };
};

import { useRef } from 'react';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { Run } from '../../connection/use-command.ts';

/** One press, one step: a second press before the answer, or while the course rests, is the same press. */
export const useMove = (run: Run, rests: boolean) => {
  const under = useRef(false);
  return async (command: PersonalCommand): Promise<void> => {
    if (rests || under.current) return;
    under.current = true;
    await run(command).finally(() => (under.current = false));
  };
};

// Before a chair moves back that stands at a camera of several, leaders say what becomes of the others there.

import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { RoomView } from '@tele-balint/shared/view/view';
import { useState } from 'react';
import type { Run } from '../../connection/use-command.ts';
import { presenterAtSite } from '../../state/site.ts';
import { runningStep } from '../../state/steps.ts';

/** The step that this command leads to, as far as it says so beforehand. */
const targetOf = ({ course: { steps, index } }: RoomView, command: PersonalCommand) => {
  if (command.type === 'next') return steps[index + 1];
  return command.type === 'goTo' ? steps.find(({ id }) => id === command.step) : undefined;
};

/** Whether the chair moves back with this command, and takes the microphone of others with it. */
const asksFirst = (view: RoomView, command: PersonalCommand): boolean =>
  !view.course.apart &&
  targetOf(view, command)?.row.presenterSeat === 'back' &&
  runningStep(view)?.row.presenterSeat !== 'back' &&
  presenterAtSite(view) !== null;

/** Sends moves, but for those before which leaders are asked. */
export const useSiteQuestion = (view: RoomView, run: Run) => {
  const [asked, ask] = useState<PersonalCommand | null>(null);
  const guarded: Run = async (command) => {
    if (!asksFirst(view, command)) return run(command);
    ask(command);
    return false;
  };
  /** Goes on, with the presenter apart from the others at their camera or not. */
  const goOn = async (apart: boolean): Promise<void> => {
    const move = asked;
    ask(null);
    if (move === null) return;
    if (!apart || (await run({ type: 'sitApart', apart: true }))) await run(move);
  };
  // Whoever goes to an own device, or is chosen, or moves on meanwhile makes it another question.
  const stands = asked !== null && asksFirst(view, asked);
  return { run: guarded, asked: stands ? targetOf(view, asked) : undefined, goOn, close: () => ask(null) };
};

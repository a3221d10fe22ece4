// Before a chair moves back that stands at a camera of several, leaders say what becomes of the others there.

import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { StepView } from '@tele-balint/shared/view/course';
import type { RoomView } from '@tele-balint/shared/view/view';
import { useState } from 'react';
import type { Run } from '../../connection/use-command.ts';
import { presenterAtSite } from '../../state/site.ts';
import { runningStep } from '../../state/steps.ts';

/** The step that a command leads to, as far as it says so beforehand; none where the course has moved since it was pressed. */
const targetOf = ({ course }: RoomView, command: PersonalCommand): StepView | undefined => {
  const { steps, index, turn } = course;
  if (!('turn' in command) || command.turn !== turn) return undefined;
  if (command.type === 'next') return steps[index + 1];
  if (command.type === 'back') return steps[index - 1];
  return command.type === 'goTo' ? steps.find(({ id }) => id === command.step) : undefined;
};

/** The step in which the chair moves back with this command, and takes the microphone of others with it. */
const asksOf = (view: RoomView, command: PersonalCommand): StepView | null => {
  const step = targetOf(view, command);
  const moves = step?.row.presenterSeat === 'back' && runningStep(view)?.row.presenterSeat !== 'back';
  return moves && !view.course.apart && presenterAtSite(view) !== null ? step : null;
};

export type Asked = {
  readonly command: PersonalCommand;
  /** Whether the presenter sits apart, as it was answered before. */
  readonly apart: boolean;
  /** That answer was not taken. */
  readonly refused: boolean;
};

/** Sends moves, but for those before which leaders are asked. */
export const useSiteQuestion = (view: RoomView, run: Run) => {
  const [asked, ask] = useState<Asked | null>(null);
  const guarded: Run = async (command) => {
    if (asksOf(view, command) === null) return run(command);
    ask({ command, apart: false, refused: false });
    return false;
  };
  /** Goes on, with the presenter apart from the others at their camera or not; where that is refused nothing moves, and it is asked anew. */
  const goOn = async (apart: boolean): Promise<void> => {
    ask(null);
    if (asked === null) return;
    const { command } = asked;
    if (!apart || (await run({ type: 'sitApart', apart: true }))) await run(command);
    else ask((other) => other ?? { command, apart, refused: true });
  };
  // Whoever goes to an own device, or is chosen, or moves on meanwhile makes it another question.
  const step = asked === null ? null : asksOf(view, asked.command);
  if (asked !== null && step === null) ask(null);
  return {
    run: guarded,
    asked: asked === null || step === null ? null : { ...asked, step },
    goOn,
    close: () => ask(null),
  };
};

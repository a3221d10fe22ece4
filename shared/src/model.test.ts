import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { evenings } from './testing/evenings.ts';
import { faultsIn } from './testing/model.ts';

/** What the evenings must have come to: a model in which something is never done promises nothing of it. */
const DONE = [
  ...[
    'next',
    'goTo',
    'back',
    'undo',
    'bringBack',
    'hold',
    'editCourse',
    'moveEnd',
    'closeCase',
    'endSession',
  ],
  ...[
    'choosePresenter',
    'stopCase',
    'askToComeIn',
    'sitApart',
    'askBeside',
    'answerBeside',
    'admit',
    'leave',
  ],
  ...['remove', 'stepOut', 'stepIn', 'askOut', 'askIn', 'closeLine', 'openVoice', 'raiseHand', 'giveFloor'],
  ...['nameBackup', 'agreeBackup', 'handOn', 'takeLead', 'stepDown', 'stepUp', 'stayLonger', 'server'],
];

it(
  '[LD2, LD5, LD7, DR31, SI5, PR1, PR2, CM7, TM3, TM5, OR1, DR14, SI3, SO1, PH3, EF2] ' +
    'whatever people press in whatever evening, what is promised to them holds at every moment',
  { timeout: 240_000 },
  () => {
    const done = new Set<string>();
    const missing = (): readonly string[] => DONE.filter((name) => !done.has(name));
    const hold = (): void =>
      fc.assert(
        fc.property(evenings(), (evening) => {
          const { faults } = faultsIn(evening, (command) => done.add(command));
          if (faults.length > 0) expect(faults).toEqual([]);
        }),
        { numRuns: 500 },
      );
    hold();
    // The rarest is accepted in one evening of two hundred: five hundred may pass without it, four thousand do not.
    for (let again = 0; again < 7 && missing().length > 0; again += 1) hold();
    expect(missing()).toEqual([]);
  },
);

// At a camera that several share, a command is somebody's: which of them can give it.

import type { PersonalCommandName } from '@tele-balint/shared/decisions/commands';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { RoomView } from '@tele-balint/shared/view/view';
import { areSeveral, firstNameOf } from '../../state/places.ts';
import { t } from '../../text/text.ts';

/** One button of the question: whose command it is. */
export type Choice = { readonly words: string; readonly command: PersonalCommand };

/** One control stands for both of a pair: for one person it is up, for another it may be put up. */
const PAIRS: readonly (readonly PersonalCommandName[])[] = [
  ['raiseHand', 'lowerHand'],
  ['offerCase', 'withdrawOffer'],
];
const WORDS = ['raiseHand', 'lowerHand', 'offerCase', 'withdrawOffer'] as const;

const wordsOf = (type: PersonalCommandName): (typeof WORDS)[number] | 'other' =>
  WORDS.find((one) => one === type) ?? 'other';

/** Whose this command may be; one choice where nobody needs to be asked. */
export const choicesOf = (view: RoomView, command: PersonalCommand): readonly Choice[] => {
  const whole = { words: '', command };
  if (!areSeveral(view)) return [whole];
  const pair = PAIRS.find((types) => types.includes(command.type));
  const types = pair ?? [command.type];
  const choices = view.you.seats.flatMap(({ seat, can }) =>
    types
      .filter((type) => can.includes(type))
      .map((type) => ({
        words: t(`site.${wordsOf(type)}`, { name: firstNameOf(view, seat) }),
        command: { ...command, type, as: seat } as PersonalCommand,
      })),
  );
  return choices.length === 0 ? [whole] : choices;
};

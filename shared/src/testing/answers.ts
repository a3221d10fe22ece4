// The whole circle, by name: who presses what, and how it is answered.

import type { PersonalCommand } from '../decisions/commands-schema.ts';
import { SECOND } from '../vocabulary.ts';
import { fullCircle } from './play.ts';

type Circle = ReturnType<typeof fullCircle>;
export type Who = Exclude<keyof Circle, 'play'>;

/** A session that has begun, with everybody in it. */
export const circle = () => {
  const all = fullCircle();
  const { play, ruth, tomas } = all;
  const seat = (who: Who) => play.seat(all[who]);
  const says = (who: Who, command: PersonalCommand) => play.says(all[who], command);
  /** `ok`, or the refusal. */
  const answer = (who: Who, command: PersonalCommand) => {
    const said = says(who, command);
    return said.ok ? 'ok' : said.refusal;
  };
  const you = (who: Who) => play.room(all[who]).you.seats[0];
  const leaderless = () => {
    [ruth, tomas].forEach((line) => play.disconnect(line));
    play.wait(30 * SECOND);
  };
  return { ...all, seat, says, answer, you, leaderless };
};

/** Who presses what, and the answer. */
export type Presses = readonly (readonly [Who, PersonalCommand['type'], string])[];

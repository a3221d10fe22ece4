// Who hears whom, by name: what the phase table says, and what really arrives.

import { PHASES, type PhaseRow, type PhaseKind } from '@tele-balint/shared/protocol/phases';
import type { Voice } from '@tele-balint/shared/vocabulary';
import { type Actor, namesOf } from './cast.ts';
import { heardIn } from './page-ears.ts';

/** Listener → speakers, both by name. */
export type Hearing = Readonly<Record<string, readonly string[]>>;

/** Windows in which everything that must be heard has to be heard: opening a microphone takes a moment. */
const WINDOWS = 16;

/** Who may speak in a phase by the table, besides those who were given the floor. */
export const speakersOf = (
  kind: PhaseKind,
  cast: {
    readonly leaders: readonly string[];
    readonly presenter: string;
    readonly members: readonly string[];
  },
  memberVoice: Voice | null,
): readonly string[] => {
  const { voice }: PhaseRow = PHASES[kind];
  const members = memberVoice === 'open' ? cast.members : [];
  // Where a phase knows no presenter, whoever presented is a member.
  const presenter = voice.presenter ?? memberVoice;
  return [
    ...(voice.leader === 'open' ? cast.leaders : []),
    ...(presenter === 'open' ? [cast.presenter] : []),
    ...members,
  ];
};

/** Everybody hears every speaker but themselves. */
export const hearingOf = (everybody: readonly string[], speakers: readonly string[]): Hearing =>
  Object.fromEntries(everybody.map((name) => [name, speakers.filter((one) => one !== name).sort()]));

const heardNow = async (actors: readonly Actor[]): Promise<Hearing> =>
  Object.fromEntries(
    await Promise.all(
      actors.map(async (actor) => {
        const before = namesOf(actor);
        const heard = await heardIn(actor.page);
        // Whoever comes back in the middle of a window has a new identity.
        const names = new Map([...before, ...namesOf(actor)]);
        return [actor.name, heard.map((identity) => names.get(identity) ?? identity).sort()] as const;
      }),
    ),
  );

const both = (one: Hearing, other: Hearing): Hearing =>
  Object.fromEntries(
    Object.keys(one).map((name) => [
      name,
      [...new Set([...(one[name] ?? []), ...(other[name] ?? [])])].sort(),
    ]),
  );

const sayAll = (hearing: Hearing): string =>
  Object.entries(hearing)
    .map(([name, speakers]) => `${name} hears ${speakers.join(', ') || 'nobody'}`)
    .join('; ');

/**
 * Fails at the first sound that must not be, and when something that must be heard is not heard within sixteen windows.
 * One whole window at least is listened to.
 */
export const mustHear = async (actors: readonly Actor[], wanted: Hearing, when: string): Promise<void> => {
  let heard: Hearing = Object.fromEntries(actors.map(({ name }) => [name, []]));
  for (let window = 0; window < WINDOWS; window += 1) {
    heard = both(heard, await heardNow(actors));
    const forbidden = Object.entries(heard).some(([name, speakers]) =>
      speakers.some((one) => !wanted[name]?.includes(one)),
    );
    if (forbidden || sayAll(heard) === sayAll(wanted)) break;
  }
  if (sayAll(heard) !== sayAll(wanted))
    throw new Error(`${when}: ${sayAll(heard)}; it should be: ${sayAll(wanted)}`);
};

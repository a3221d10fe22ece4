// Plays whole evenings by chance and holds every state against what is promised.

import { evolve } from '../session/evolve.ts';
import { emptySession, type Session } from '../session/session.ts';
import { consentAfter, NO_CONSENT, type Consent } from './consent.ts';
import { playEvening, type Evening, type Moment } from './evenings.ts';
import { ALWAYS, ON_CHANGE } from './promises.ts';

const broken = (moment: Moment, consent: Consent): readonly string[] => {
  const changed = moment.play.session !== moment.before;
  return (changed ? [...ALWAYS, ...ON_CHANGE] : ALWAYS).flatMap((promised) => promised(moment, consent));
};

const replayed = (log: Parameters<typeof evolve>[1][]): Session => log.reduce(evolve, emptySession);

/**
 * What broke a promise in this evening, at the first moment at which one was broken, and how many commands there were.
 * `seen` hears of each that was accepted.
 */
export const faultsIn = (
  evening: Evening,
  seen: (command: string) => void = () => undefined,
): { readonly commands: number; readonly faults: readonly string[] } => {
  let consent: Consent = NO_CONSENT;
  let commands = 0;
  const faults: string[] = [];
  const play = playEvening(evening, (moment) => {
    commands += 1;
    if (moment.made.answer.ok) seen(moment.made.said?.type ?? 'server');
    consent = consentAfter(consent, moment);
    if (faults.length === 0) faults.push(...broken(moment, consent));
  });
  const same = JSON.stringify(replayed([...play.log])) === JSON.stringify(play.session);
  return { commands, faults: same ? faults : [...faults, 'the log gives another state'] };
};

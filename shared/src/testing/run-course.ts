// Runs a whole course, as leaders do who press Next.

import { expect } from 'vitest';
import type { PhaseKind } from '../protocol/phases.ts';
import type { Protocol } from '../protocol/steps.ts';
import { maySpeak } from '../session/grants.ts';
import { presenterOf, runningCase, seatOf, sitsBack, stepOf } from '../session/roster.ts';
import { fullCircle, type Play } from './play.ts';

const turn = (play: Play) => play.session.course.turn;

/** Chooses a member as the presenter of the case ahead, where one can be chosen. */
const choose = (play: Play): void => {
  const member = play.session.seats.find(({ role }) => role === 'member');
  if (member) play.lead({ type: 'choosePresenter', seat: member.seat });
};

/** Goes on to the last step; the kinds of the steps that it went through. */
export const toTheEnd = (play: Play, at: () => void = () => undefined): readonly PhaseKind[] => {
  const kinds: PhaseKind[] = [];
  for (;;) {
    kinds.push(stepOf(play.session).kind);
    at();
    if (stepOf(play.session).id === play.session.protocol.steps.at(-1)?.id) return kinds;
    choose(play);
    const answer = play.rested().lead({ type: 'next', turn: turn(play) });
    if (!answer.ok) expect.fail(`next was refused at ${kinds.join(' ')}: ${answer.refusal}`);
  }
};

/**
 * From every step at which a presenter sits back, tries whether one press leads back to a step of the same case at which
 * they may speak.
 * @returns how many steps these were
 */
export const goesBackFromEverywhere = (protocol: Protocol): number => {
  const { play } = fullCircle(protocol);
  let seen = 0;
  toTheEnd(play, () => {
    const seat = presenterOf(play.session);
    if (seat === null || !sitsBack(play.session, seat)) return;
    seen += 1;
    const [before, of] = [play.session, runningCase(play.session)];
    expect(play.lead({ type: 'bringBack', turn: turn(play) }).ok).toBe(true);
    const presenter = seatOf(play.session, seat);
    expect(runningCase(play.session)).toBe(of);
    expect(presenter && maySpeak(play.session, presenter, play.now)).toBe(true);
    play.session = before;
  });
  return seen;
};

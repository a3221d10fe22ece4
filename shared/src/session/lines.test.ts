import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { make, moves } from '../testing/arbitraries.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import type { LineId } from '../vocabulary.ts';
import { sitsApart } from './apart.ts';
import { grantsOf, isClosed, maySpeak, partOf, voiceOf } from './grants.ts';
import { seatsOn, waitingLines } from './roster.ts';

/** So many people at one camera ask to come in by the open link. */
const atDoor = (play: Play, count: number, site = 'York'): LineId => {
  const answer = play.askTogether(
    'open',
    site,
    Array.from({ length: count }, (_, n) => `${site} ${n}`),
  );
  if (!answer.ok || !answer.result.line) throw new Error('refused');
  play.connect(answer.result.line);
  return answer.result.line;
};

const siteOf = (count: number) => {
  const circle = fullCircle();
  const line = atDoor(circle.play, count);
  expect(circle.play.lead({ type: 'admit', line, answer: 'letIn' }).ok).toBe(true);
  const seats = seatsOn(circle.play.session, line).map(({ seat }) => seat);
  return { ...circle, line, seats };
};

const microphoneOf = ({ session, now }: Play, line: LineId) =>
  grantsOf(session, now).find((grant) => grant.line === line)?.microphone;

describe('a line with several people', { timeout: 60_000 }, () => {
  it('[PR22] keeps the chair of one of them, and not the picture of the others for it', () => {
    const { play, seats, samir, line } = siteOf(2);
    play.to('call').lead({ type: 'choosePresenter', seat: seats[0]! });
    play.to('discussion').says(line, { type: 'leave', as: seats[0]! });
    const place = play.room(samir).places.find(({ seat }) => seat === seats[0]);
    expect(place).toMatchObject({ presence: 'away', presenter: true, media: { identity: null } });
    expect(play.room(samir).places.find(({ seat }) => seat === seats[1])?.media.identity).not.toBeNull();
  });

  it('[PR24, PR20] says for one of them that they have a case, and stops it', () => {
    const { play, seats, ruth, line } = siteOf(2);
    play.to('call');
    expect(play.says(line, { type: 'offerCase' })).toMatchObject({ refusal: 'no-such-seat' });
    expect(play.says(line, { type: 'offerCase', as: seats[1]! }).ok).toBe(true);
    expect(play.room(ruth).leader?.offers).toEqual([seats[1]]);
    play.lead({ type: 'choosePresenter', seat: seats[1]! });
    play.to('questions');
    expect(play.says(line, { type: 'stopCase', as: seats[0]! })).toMatchObject({ refusal: 'not-presenter' });
    expect(play.says(line, { type: 'stopCase', as: seats[1]! }).ok).toBe(true);
  });

  it('[DR30] comes in with all of them, or waits with all of them', () => {
    const { play, seats, ruth } = siteOf(6);
    expect(seats).toHaveLength(6);
    // Nine of twelve places are taken.
    const second = atDoor(play, 4, 'Leeds');
    expect(play.lead({ type: 'admit', line: second, answer: 'letIn' })).toMatchObject({
      refusal: 'too-many',
    });
    expect(waitingLines(play.session).map(({ line }) => line)).toEqual([second]);
    expect(play.room(ruth).leader?.waiting[0]).toMatchObject({
      site: 'Leeds',
      lacks: 1,
      people: { length: 4 },
    });
  });

  it('[DR31] is silent if any of its people must be, whatever happens', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), moves(40), (count, list) => {
        const { play, line, seats } = siteOf(count);
        play.lead({ type: 'choosePresenter', seat: seats[list.length % count]! });
        for (const kind of ['presentation', 'discussion'] as const) {
          // Leaders may have taken the step out.
          const step = play.session.protocol.steps.find((one) => one.kind === kind)?.id;
          if (step !== undefined) play.rested().lead({ type: 'goTo', step, turn: play.session.course.turn });
          for (const move of list) make(play, move);
          const sitting = seatsOn(play.session, line).filter(({ gone }) => gone === null);
          const present = sitting.filter((seat) => !sitsApart(play.session, seat));
          const granted = microphoneOf(play, line);
          if (granted === undefined) continue;
          const voices = present.map((seat) =>
            voiceOf(play.session, partOf(play.session, seat, play.now), play.now),
          );
          const closed = sitting.some((seat) => isClosed(play.session, seat, play.now));
          if (closed || voices.includes('none')) expect(granted).toBe(false);
          else {
            const there = present.filter(({ seat }) => play.session.out[seat] === undefined);
            expect(granted).toBe(there.some((seat) => maySpeak(play.session, seat, play.now)));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[DR31] of a presenter sitting back opens no microphone, and speaks with the floor of one of its people', () => {
    const { play, line, seats } = siteOf(3);
    play.lead({ type: 'choosePresenter', seat: seats[1]! });
    // They share the microphone that the case is told by.
    expect(microphoneOf(play.to('presentation'), line)).toBe(true);
    play.to('discussion');
    expect(microphoneOf(play, line)).toBe(false);
    const other = siteOf(2);
    other.play.to('presentation');
    expect(microphoneOf(other.play, other.line)).toBe(false);
    expect(other.play.room(other.line).you.why).toBe('floor');
    expect(other.play.lead({ type: 'giveFloor', seat: other.seats[0]! }).ok).toBe(true);
    expect(microphoneOf(other.play, other.line)).toBe(true);
    expect(other.play.room(other.line).you.why).toBeNull();
    expect(other.play.room(other.line).places.filter(({ floor }) => floor)).toHaveLength(1);
    other.play.lead({ type: 'takeFloor', seat: other.seats[0]! });
    expect(microphoneOf(other.play, other.line)).toBe(false);
  });

  it('[DR30] says for which of its people a command is', () => {
    const { play, line, seats } = siteOf(2);
    play.to('presentation');
    expect(play.says(line, { type: 'raiseHand' })).toMatchObject({ refusal: 'no-such-seat' });
    expect(play.says(line, { type: 'raiseHand', as: seats[1]! }).ok).toBe(true);
    expect(play.session.course.hands).toEqual([seats[1]]);
    expect(play.says(line, { type: 'raiseHand', as: play.session.seats[0]!.seat })).toMatchObject({
      refusal: 'no-such-seat',
    });
    const { you } = play.room(line);
    expect(you.seats.map(({ seat, can }) => [seat, can.includes('lowerHand')])).toEqual([
      [seats[0], false],
      [seats[1], true],
    ]);
    expect(you.why).toBe('floor');
  });

  it('[DR30] ends with its last seat, and is empty while everybody has left', () => {
    const { play, line, seats } = siteOf(3);
    const state = () => play.session.lines[line]?.state;
    expect(play.says(line, { type: 'leave', as: seats[0]! }).ok).toBe(true);
    expect(play.room(line).you.seats).toHaveLength(2);
    play.lead({ type: 'remove', seat: seats[1]! });
    expect([state(), microphoneOf(play, line)]).toEqual(['seated', true]);
    expect(play.says(line, { type: 'leave', as: seats[2]! }).ok).toBe(true);
    expect(play.view(line)).toMatchObject({ kind: 'over', reason: 'left' });
    play.connect(line);
    expect(play.room(line).you.seats.map(({ seat }) => seat)).toEqual([seats[0], seats[2]]);
    for (const seat of [seats[0]!, seats[2]!]) play.lead({ type: 'remove', seat });
    expect(play.session.lines[line]).toMatchObject({ state: 'ended', why: 'removed', identity: null });
    expect(play.view(line)).toMatchObject({ kind: 'over', reason: 'removed' });
  });
});

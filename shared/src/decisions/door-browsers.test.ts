// One person who asks from two browsers by their own link.

import { describe, expect, it } from 'vitest';
import { waitingLines } from '../session/roster.ts';
import { Play } from '../testing/play.ts';
import type { LineId } from '../vocabulary.ts';

const moved = { kind: 'over', reason: 'moved' };

/** A session with its door closed; Anna waits in two browsers, Bert and somebody of the open link in one each. */
const twice = () => {
  const play = new Play('case45', true, ['anna', 'bert']);
  const come = (link: string, name: string): LineId => {
    const line = play.enter(link, name);
    play.connect(line);
    return line;
  };
  const ruth = come('ruth', 'Ruth');
  play.lead({ type: 'closeDoor' });
  const older = come('anna', 'Anna');
  const bert = come('bert', 'Bert');
  const newer = come('anna', 'Anna');
  return { play, ruth, older, newer, bert, guest: come('open', 'Anna') };
};
const placesGiven = (play: Play, from: number): readonly string[] =>
  play.log.slice(from).flatMap(({ type }) => (type === 'seated' || type === 'lineMoved' ? [type] : []));
const givingWay = (play: Play, ruth: LineId): readonly LineId[] =>
  (play.room(ruth).leader?.waiting ?? []).filter((one) => one.givesWay).map(({ line }) => line);

describe('two browsers that wait by one personal link', () => {
  it('[DR5] the newer one is let in once, and the older one is told that the place is there', () => {
    const { play, newer, older, bert, guest } = twice();
    const before = play.log.length;
    expect(play.lead({ type: 'admit', line: newer, answer: 'letIn' }).ok).toBe(true);
    expect(placesGiven(play, before)).toEqual(['seated']);
    expect(play.view(older)).toMatchObject(moved);
    expect(play.view(newer)).toMatchObject({ kind: 'room' });
    expect(waitingLines(play.session).map(({ line }) => line)).toEqual([bert, guest]);
    expect(play.lead({ type: 'admit', line: older, answer: 'letIn' })).toMatchObject({
      refusal: 'no-such-person',
    });
  });

  it('[DR5] the older one may be let in by its name; the newer one waits on for the place', () => {
    const { play, newer, older } = twice();
    play.lead({ type: 'admit', line: older, answer: 'letIn' });
    expect([older, newer].map((line) => play.view(line))).toMatchObject([{ kind: 'room' }, { kind: 'door' }]);
  });

  it('[DR5] at the next phase the newer one of those who were told so is seated once', () => {
    const { play, newer, older } = twice();
    for (const line of [older, newer]) play.lead({ type: 'admit', line, answer: 'nextPhase' });
    const before = play.log.length;
    play.to('call');
    expect(placesGiven(play, before)).toEqual(['seated']);
    expect([older, newer].map((line) => play.view(line))).toMatchObject([moved, { kind: 'room' }]);
  });

  it('[LE60] leaders see which of them gives way: the older one, or the one whose page is gone', () => {
    const { play, ruth, newer, older } = twice();
    expect(givingWay(play, ruth)).toEqual([older]);
    play.disconnect(newer);
    expect(givingWay(play, ruth)).toEqual([newer]);
    play.disconnect(older);
    expect(givingWay(play, ruth)).toEqual([older]);
  });
});

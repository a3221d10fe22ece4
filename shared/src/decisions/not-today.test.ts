import { describe, expect, it } from 'vitest';
import { Play } from '../testing/play.ts';
import { SECOND, type LineId } from '../vocabulary.ts';

const over = { kind: 'over', reason: 'not-today' };
const notToday = (play: Play, line: LineId) => play.lead({ type: 'admit', line, answer: 'notToday' });

/** A session with its door closed; Anna asks by her personal link from two browsers. */
const twice = () => {
  const play = new Play('case45', true, ['anna', 'bert']);
  const ruth = play.enter('ruth', 'Ruth');
  play.connect(ruth);
  play.lead({ type: 'closeDoor' });
  const [first, second] = [play.enter('anna', 'Anna'), play.enter('anna', 'Anna')];
  return { play, ruth, first, second };
};

describe('"not today"', () => {
  it('[DR4] is for the person: every line that waits by their personal link is turned away, and nobody else’s', () => {
    const { play, first, second } = twice();
    const bert = play.enter('bert', 'Bert');
    expect(notToday(play, first).ok).toBe(true);
    expect([first, second].map((line) => play.view(line))).toMatchObject([over, over]);
    expect(play.view(bert)).toMatchObject({ kind: 'door' });
    expect(play.ask('anna', 'Anna')).toMatchObject({ refusal: 'not-today' });
    expect(play.connect(second)).toMatchObject({ refusal: 'not-today' });
  });

  it('[DR4] seats nobody of that link when leaders come back, nor with the next phase', () => {
    for (const postponed of [false, true]) {
      const { play, ruth, first, second } = twice();
      if (postponed) play.lead({ type: 'admit', line: second, answer: 'nextPhase' });
      notToday(play, first);
      play.lead({ type: 'openDoor' });
      play.disconnect(ruth);
      play.wait(30 * SECOND).connect(ruth);
      play.to('call');
      expect(play.session.seats.map(({ name }) => name)).toEqual(['Ruth']);
      expect(play.view(second)).toMatchObject(over);
    }
  });

  it('[DR4] a line that an older log left waiting by a link shut since is not seated by itself', () => {
    const { play, ruth, first, second } = twice();
    const waiting = play.session.lines[second]!;
    notToday(play, first);
    play.session = {
      ...play.session,
      lines: { ...play.session.lines, [second]: waiting },
      door: 'open',
    };
    play.disconnect(ruth);
    play.wait(30 * SECOND).connect(ruth);
    expect(play.session.seats).toHaveLength(1);
  });

  it('[DR4] beside a place that is held: who asks for it is turned away from every browser, the place stays', () => {
    const { play, first, second } = twice();
    play.connect(first);
    play.lead({ type: 'admit', line: first, answer: 'letIn' });
    const third = play.enter('anna', 'Anna');
    expect(notToday(play, third).ok).toBe(true);
    expect([second, third].map((line) => play.view(line))).toMatchObject([over, over]);
    expect(play.room(first).places).toHaveLength(2);
    play.says(first, { type: 'leave' });
    expect(play.connect(first).ok).toBe(true);
  });

  it('[DR4] by the open link everybody is a person of their own, and may ask again', () => {
    const { play } = twice();
    const [one, other] = [play.enter('open', 'Eve'), play.enter('open', 'Eve')];
    notToday(play, one);
    expect(play.view(one)).toMatchObject(over);
    expect(play.view(other)).toMatchObject({ kind: 'door' });
    expect(play.ask('open', 'Eve').ok).toBe(true);
  });
});

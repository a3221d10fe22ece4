import { describe, expect, it } from 'vitest';
import { MOST_AT_ONE } from './session/names.ts';
import { grantsOf } from './session/grants.ts';
import { seatsOn } from './session/roster.ts';
import { Play } from './testing/play.ts';
import type { LineId, SeatId } from './vocabulary.ts';

const SITES = { York: 'Claire Kofi Elena Ben', Leeds: 'Amina Rob Sunita Noor', Hull: 'Ada Max Ines Tom' };

/** Two leaders, and three sites of four: York by a link of its own, the others by the open one. */
const evening = () => {
  const play = new Play('case45', true, ['york']);
  const [ruth, tomas] = [play.enter('ruth', 'Ruth'), play.enter('tomas', 'Tomás')];
  for (const line of [ruth, tomas]) play.connect(line);
  const lines = Object.entries(SITES).map(([site, names]) => {
    const answer = play.askTogether(site === 'York' ? 'york' : 'open', site, names.split(' '));
    if (!answer.ok || !answer.result.line) throw new Error(`${site} was refused`);
    const { line } = answer.result;
    play.connect(line);
    if (play.session.lines[line]?.state === 'waiting') play.lead({ type: 'admit', line, answer: 'letIn' });
    return line;
  });
  const [york, leeds, hull] = lines as [LineId, LineId, LineId];
  return { play, ruth, tomas, york, leeds, hull };
};

const heard = ({ session, now }: Play): readonly LineId[] =>
  grantsOf(session, now)
    .filter(({ microphone }) => microphone)
    .map(({ line }) => line);

describe('an evening of two leaders and three sites of four', () => {
  it('[SI1, SI5, DR31] goes through a case, and who may speak does from the site they sit at', () => {
    const { play, ruth, tomas, york, leeds, hull } = evening();
    const all = [ruth, tomas, york, leeds, hull];
    const room = () => play.room(ruth);
    expect(room().ears).toHaveLength(14);
    expect(room().places.filter(({ role }) => role === 'member')).toHaveLength(12);
    play.begin().to('call');
    const [claire] = seatsOn(play.session, york).map(({ seat }) => seat) as [SeatId];
    expect(play.says(york, { type: 'offerCase', as: claire }).ok).toBe(true);
    expect(room().leader?.offers).toEqual([claire]);
    play.lead({ type: 'choosePresenter', seat: claire });

    play.to('presentation');
    expect(heard(play)).toEqual([ruth, tomas, york]);
    const rob = seatsOn(play.session, leeds)[1]!.seat;
    play.says(leeds, { type: 'raiseHand', as: rob });
    play.says(tomas, { type: 'giveFloor', seat: rob });
    expect(heard(play)).toEqual([ruth, tomas, york, leeds]);

    play.to('questions');
    expect(heard(play)).toEqual(all);
    play.to('pushBack');
    expect(heard(play)).toEqual([ruth, tomas, leeds, hull]);
    play.lead({ type: 'sitApart', apart: true });
    expect(heard(play)).toEqual(all);
    play.says(tomas, { type: 'sitApart', apart: false });

    play.to('discussion').says(york, { type: 'askToComeIn', as: claire });
    expect(room().leader?.ask?.seat).toBe(claire);
    play.says(tomas, { type: 'bringBack', turn: play.session.course.turn });
    expect(heard(play)).toEqual(all);
    play.to('closing');
    expect(heard(play)).toEqual(all);
  });

  it('[SI3, SI4] lets one go to a device of their own, takes one in beside, and loses one line of four as one', () => {
    const { play, ruth, york, leeds, hull } = evening();
    const [claire, kofi] = seatsOn(play.session, york).map(({ seat }) => seat) as [SeatId, SeatId];
    play.begin().to('call').lead({ type: 'choosePresenter', seat: claire });
    play.to('discussion');
    const answer = play.ask('open', 'Claire');
    const own = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
    play.connect(own);
    play.lead({ type: 'admit', line: own, answer: 'letIn', seat: claire });
    expect(heard(play)).not.toContain(own);
    expect(heard(play)).toContain(york);
    play.says(york, { type: 'leave', as: kofi });
    play.disconnect(hull);
    expect(play.room(ruth).leader?.away).toHaveLength(4);
    expect(play.room(ruth).ears).toHaveLength(9);
    play.connect(hull);
    // All twelve places are kept, Kofi’s too: he alone finds one.
    const ask = (name: string, line: LineId) => {
      const as = seatsOn(play.session, line).find(({ gone }) => gone === null)!.seat;
      play.says(line, { type: 'askBeside', as, name, profession: '', site: '' });
      const asked = play.session.beside.at(-1)!;
      const answered = play.lead({ type: 'answerBeside', ask: asked.ask, letIn: true });
      return answered.ok ? null : answered.refusal;
    };
    expect(ask('Zoe', leeds)).toBe('too-many');
    expect(ask('Kofi', york)).toBeNull();
    expect(play.room(ruth).ears).toHaveLength(14);
    expect(seatsOn(play.session, york).length).toBeLessThan(MOST_AT_ONE);
  });
});

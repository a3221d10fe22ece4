import { describe, expect, it } from 'vitest';
import { seatsOn } from '../session/roster.ts';
import { fullCircle, Play } from '../testing/play.ts';
import type { AskId, LineId } from '../vocabulary.ts';

const SIX = ['Amina', 'Ben', 'Claire', 'Dora', 'Elena', 'Femi'];
const THREE = ['Gus', 'Hana', 'Ivo'];

const lineOf = (answer: ReturnType<Play['do']>): LineId => {
  if (!answer.ok || !answer.result.line) throw new Error(answer.ok ? 'no line' : answer.refusal);
  return answer.result.line;
};

/** A site of six, by a link of its own, whose first three have left. */
const site = () => {
  const play = new Play('case45', true, ['york']);
  play.connect(play.enter('ruth', 'Ruth'));
  const york = lineOf(play.askTogether('york', 'York', SIX));
  play.connect(york);
  const here = (line = york) =>
    seatsOn(play.session, line).flatMap(({ name, gone }) => (gone === null ? [name] : []));
  const leave = (name: string, line = york) => {
    const as = play.session.seats.find((one) => one.name === name)!.seat;
    expect(play.says(line, { type: 'leave', as }).ok).toBe(true);
    play.wait(1_000);
  };
  const ask = (name: string) => {
    const as = seatsOn(play.session, york).find(({ gone }) => gone === null)!.seat;
    return play.says(york, { type: 'askBeside', as, name, profession: '', site: '' });
  };
  const agree = (ask = play.session.beside[0]!.ask) => play.lead({ type: 'answerBeside', ask, letIn: true });
  for (const name of SIX.slice(0, 3)) leave(name);
  return { play, york, here, leave, ask, agree };
};

describe('never more than six at one camera', () => {
  it('[SI3] those who left last are back with the page from which all had gone, as many as fit', () => {
    const { play, york, here, leave, ask, agree } = site();
    for (const name of THREE) expect([ask(name).ok, agree().ok]).toEqual([true, true]);
    const last = [...SIX.slice(3), ...THREE];
    expect(here()).toEqual(last);
    for (const name of last) leave(name);
    play.connect(york);
    expect(here()).toEqual(last);
    expect(ask('Amina')).toMatchObject({ refusal: 'site-full' });
    leave('Ivo');
    expect([ask('Amina').ok, agree().ok]).toEqual([true, true]);
    expect(here()).toEqual(['Amina', ...last.slice(0, 5)]);
  });

  it('[SI3] nor with another browser, by a link of their own', () => {
    const { play, here, leave, ask, agree } = site();
    for (const name of THREE) expect([ask(name).ok, agree().ok]).toEqual([true, true]);
    for (const name of [...SIX.slice(3), ...THREE]) leave(name);
    const other = lineOf(play.ask('york', 'Dora'));
    expect(play.lead({ type: 'admit', line: other, answer: 'letIn' }).ok).toBe(true);
    expect(here(other)).toEqual([...SIX.slice(3), ...THREE]);
  });

  it('[SI3] nor by an answer that came after others were back', () => {
    const { play, york, here, leave, ask, agree } = site();
    for (const name of THREE) expect(ask(name).ok).toBe(true);
    for (const name of SIX.slice(3)) leave(name);
    play.connect(york);
    expect(here()).toEqual(SIX);
    expect(agree()).toMatchObject({ refusal: 'site-full' });
    leave('Femi');
    expect(agree().ok).toBe(true);
    expect(here()).toEqual([...SIX.slice(0, 5), 'Gus']);
  });
});

describe('more people than a place had', () => {
  /** A circle in which Anna came alone by a link of her own, and Ben by the open one; both are away. */
  const alone = () => {
    const play = new Play('case45', true, ['anna']);
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    const anna = play.enter('anna', 'Anna');
    const ben = play.enter('open', 'Ben');
    play.lead({ type: 'admit', line: ben, answer: 'letIn' });
    const here = (line: LineId) =>
      seatsOn(play.session, line).flatMap(({ name, gone }) => (gone === null ? [name] : []));
    return { play, ruth, anna, ben, here };
  };

  it('[SI2] come in each by name, and one of them to the place that was there', () => {
    const { play, anna, ben, here } = alone();
    const [annas, bens] = [play.seat(anna), play.seat(ben)];
    const york = lineOf(play.askTogether('anna', 'York', ['Anna', 'Gus', 'Hana']));
    expect(play.lead({ type: 'admit', line: york, answer: 'letIn' }).ok).toBe(true);
    expect([here(york), play.seat(york)]).toEqual([['Anna', 'Gus', 'Hana'], annas]);
    const hull = lineOf(play.askTogether('open', 'Hull', ['Benjamin', 'Ivo']));
    expect(play.lead({ type: 'admit', line: hull, answer: 'letIn', seat: bens }).ok).toBe(true);
    expect(here(hull)).toEqual(['Ben', 'Ivo']);
    // One of them leaves, the others go on with another device; all come back.
    const hana = play.session.seats.find(({ name }) => name === 'Hana')!.seat;
    play.says(york, { type: 'leave', as: hana });
    const again = lineOf(play.askTogether('anna', 'York', ['Anna', 'Gus', 'Hana']));
    expect(play.lead({ type: 'admit', line: again, answer: 'letIn' }).ok).toBe(true);
    expect(here(again)).toEqual(['Anna', 'Gus', 'Hana']);
    expect(play.session.seats.filter(({ name }) => name.startsWith('Hana'))).toHaveLength(1);
  });

  it('[SI2] wait while one of them finds no place, and leaders read how many are lacking', () => {
    const { play, ruth } = alone();
    for (let n = 0; ; n += 1) {
      const line = play.enter('open', `Guest ${n}`);
      if (!play.lead({ type: 'admit', line, answer: 'letIn' }).ok) {
        play.says(line, { type: 'goAway' });
        break;
      }
    }
    const york = lineOf(play.askTogether('anna', 'York', ['Anna', 'Gus', 'Hana']));
    expect(play.room(ruth).leader?.waiting).toMatchObject([{ line: york, lacks: 2 }]);
    expect(play.lead({ type: 'admit', line: york, answer: 'letIn' })).toMatchObject({ refusal: 'too-many' });
    const guests = play.session.seats.filter(({ name }) => name.startsWith('Guest'));
    for (const { seat } of guests.slice(0, 2)) play.lead({ type: 'remove', seat });
    expect(play.lead({ type: 'admit', line: york, answer: 'letIn' }).ok).toBe(true);
  });

  it('[LD5, LD7] come to nobody who leads or is named for it', () => {
    const { play, anna, ben } = alone();
    play.connect(ben);
    play.lead({ type: 'handOn', seat: play.seat(anna) });
    expect(play.askTogether('anna', 'York', ['Anna', 'Gus'])).toMatchObject({ refusal: 'one-person-link' });
    expect(play.ask('anna', 'Anna').ok).toBe(true);
    play.lead({ type: 'nameBackup', seat: play.seat(ben) });
    play.disconnect(ben);
    const hull = lineOf(play.askTogether('open', 'Hull', ['Ben', 'Ivo']));
    const as = { type: 'admit', line: hull, answer: 'letIn', seat: play.seat(ben) } as const;
    expect(play.lead(as)).toMatchObject({ refusal: 'no-such-seat' });
  });
});

describe('"one more person"', () => {
  it('[SI3, LD5, LD7] sits down beside nobody who was named to lead meanwhile', () => {
    const { play, samir } = fullCircle();
    play.says(samir, { type: 'askBeside', name: 'Ben', profession: '', site: 'Hull' });
    play.lead({ type: 'handOn', seat: play.seat(samir) });
    const answer = { type: 'answerBeside', ask: play.session.beside[0]!.ask, letIn: true } as const;
    expect(play.lead(answer)).toMatchObject({ refusal: 'one-person-link' });
    play.says(samir, { type: 'declineLead' });
    expect(play.lead(answer).ok).toBe(true);
  });

  it('[SI3] is taken back by who asked, as long as no leader has answered', () => {
    const { play, york, ask } = site();
    const ruth = play.session.seats[0]!.line;
    ask('Gus');
    ask('Hana');
    const [gus, hana] = play.room(york).you.beside;
    expect([gus?.name, hana?.name]).toEqual(['Gus', 'Hana']);
    const as = play.room(york).you.seats[0].seat;
    const back = { type: 'withdrawBeside', as, ask: gus!.id } as const;
    expect(play.says(york, back).ok).toBe(true);
    expect(play.room(york).you.beside).toEqual([hana]);
    expect(play.room(ruth).leader?.beside.map(({ name }) => name)).toEqual(['Hana']);
    expect(play.says(york, back)).toMatchObject({ refusal: 'no-such-person' });
    expect(play.lead({ type: 'answerBeside', ask: gus!.id, letIn: true })).toMatchObject({
      refusal: 'no-such-person',
    });
  });

  it('[SI3] is taken back by nobody else', () => {
    const { play, samir, mei, ruth } = fullCircle();
    play.says(samir, { type: 'askBeside', name: 'Ben', profession: '', site: 'Hull' });
    const { ask } = play.session.beside[0]!;
    for (const line of [mei, ruth])
      expect(play.says(line, { type: 'withdrawBeside', ask })).toMatchObject({ refusal: 'no-such-person' });
    expect(play.says(samir, { type: 'withdrawBeside', ask: 'nobodys' as AskId })).toMatchObject({
      refusal: 'no-such-person',
    });
    expect(play.session.beside).toHaveLength(1);
    expect(play.says(samir, { type: 'withdrawBeside', ask }).ok).toBe(true);
  });
});

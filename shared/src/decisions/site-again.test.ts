import { expect, it } from 'vitest';
import { seatsOn } from '../session/roster.ts';
import { Play } from '../testing/play.ts';
import { MINUTE, type LineId } from '../vocabulary.ts';

/** York, with a link of its own, and these people there. */
const york = (names: readonly string[]) => {
  const play = new Play('case45', true, ['york']);
  play.connect(play.enter('ruth', 'Ruth'));
  const answer = play.askTogether('york', 'York', names);
  const line = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
  play.connect(line);
  const at = (where: LineId) =>
    seatsOn(play.session, where)
      .filter(({ gone }) => gone === null)
      .map(({ name }) => name);
  const leaves = (name: string) => {
    const as = play.session.seats.find((one) => one.name === name)!.seat;
    expect(play.wait(MINUTE).says(line, { type: 'leave', as }).ok).toBe(true);
  };
  return { play, line, at, leaves };
};

it('[SI2] whoever comes along to a site is the one whom nobody there knows, whoever is named first', () => {
  for (const names of [
    ['Ben', 'Claire', 'Kofi', 'Elena'],
    ['Claire', 'Ben', 'Kofi', 'Elena'],
    ['Claire', 'Kofi', 'Elena', 'Ben'],
  ]) {
    const { play, at } = york(['Claire', 'Kofi', 'Elena']);
    const answer = play.askTogether('york', 'York', names);
    const other = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
    expect(play.room(play.session.seats[0]!.line).leader?.waiting[0]?.lacks).toBe(0);
    expect(play.lead({ type: 'admit', line: other, answer: 'letIn' }).ok).toBe(true);
    expect(at(other)).toEqual(['Claire', 'Kofi', 'Elena', 'Ben']);
  }
});

it('[SI3] of seven who were at a camera the six who left last are back with their page', () => {
  const six = ['Ada', 'Bo', 'Cy', 'Di', 'Eve', 'Flo'];
  for (const first of ['Ada', 'Flo']) {
    const { play, line, at, leaves } = york(six);
    leaves(first);
    const as = play.session.seats.find(({ name }) => name === 'Bo')!.seat;
    play.says(line, { type: 'askBeside', as, name: 'Gil', profession: '', site: '' });
    const { ask } = play.session.beside[0]!;
    expect(play.lead({ type: 'answerBeside', ask, letIn: true }).ok).toBe(true);
    const others = [...six.filter((name) => name !== first), 'Gil'];
    expect(at(line)).toEqual(others);
    for (const name of others.toReversed()) leaves(name);
    expect(at(line)).toEqual([]);
    play.connect(line, 'another page');
    expect(at(line)).toEqual(others);
  }
});

it('[SI2] a link of a site leads all who are still there to another browser, and nobody who has left', () => {
  const { play, line, at, leaves } = york(['Claire', 'Kofi', 'Elena']);
  leaves('Kofi');
  const other = play.enter('york', 'Claire');
  expect(play.lead({ type: 'admit', line: other, answer: 'letIn' }).ok).toBe(true);
  play.connect(other);
  expect([at(line), at(other)]).toEqual([[], ['Claire', 'Elena']]);
  expect(play.session.lines[line]).toMatchObject({ state: 'ended', why: 'moved' });
});

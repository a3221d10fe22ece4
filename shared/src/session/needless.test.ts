import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { along, RUNS } from '../testing/along.ts';
import { make, moves } from '../testing/arbitraries.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { evolve } from './evolve.ts';
import { needlessEvents } from './needless.ts';
import type { LineId } from '../vocabulary.ts';
import { seatsOn } from './roster.ts';
import { emptySession, type Session } from './session.ts';

const replayed = (play: Play): Session => {
  const needless = needlessEvents(play.log, play.session);
  const rest = play.log.filter((event) => !needless.has(event)).reduce(evolve, emptySession);
  return { ...rest, version: play.session.version };
};

it(
  '[DR24] replay without the events that nothing shows any more gives the same state',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(moves(), (list) => {
        const play = along(list, true, () => undefined);
        expect(replayed(play)).toEqual(play.session);
      }),
      RUNS,
    );
  },
);

it('[DR24] also where a crowd comes and goes meanwhile', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(moves(30), (list) => {
      const { play } = fullCircle();
      for (const move of list) {
        make(play, move);
        for (let n = 0; n < 3; n += 1) {
          const asked = play.ask('open', `Crowd ${n}`);
          if (!asked.ok || asked.result.line === null) continue;
          play.connect(asked.result.line);
          play.connect(asked.result.line, 'another page', true);
          play.says(asked.result.line, { type: 'goAway' });
        }
      }
      expect(replayed(play)).toEqual(play.session);
    }),
    { ...RUNS, numRuns: 100 },
  );
});

it('[DR24] what remains of a flood does not grow with it', () => {
  const { play, mei } = fullCircle();
  for (let n = 0; n < 300; n += 1) {
    const line = play.enter('open', `Name ${n}`);
    play.connect(line);
    play.wait(1_000);
    play.says(line, { type: 'goAway' });
    play.disconnect(line);
    play.disconnect(mei);
    play.connect(mei);
  }
  const needless = needlessEvents(play.log, play.session);
  expect(play.log.length).toBeGreaterThan(1_500);
  expect(play.log.length - needless.size).toBeLessThan(130);
  expect(replayed(play)).toEqual(play.session);
});

it('[DR24, SI2] whoever left a line to which all of them had moved has left in the replay, too', () => {
  const play = new Play('case45', true, ['york']);
  play.connect(play.enter('ruth', 'Ruth'));
  play.askTogether('york', 'York', ['Claire', 'Kofi', 'Elena']);
  const line = play.enter('york', 'Claire');
  play.lead({ type: 'admit', line, answer: 'letIn' });
  const people = seatsOn(play.session, line).map(({ seat }) => seat);
  play.connect(line);
  for (const as of people) play.says(line, { type: 'leave', as });
  play.connect(line);
  play.says(line, { type: 'leave', as: people[2]! });
  play.connect(line);
  expect(seatsOn(play.session, line).map(({ gone }) => gone)).toEqual([null, null, 'left']);
  expect(replayed(play)).toEqual(play.session);
});

it('[DR24, PR22] for how long a presenter was away is in the replay what it is', () => {
  const { play, claire, samir } = fullCircle('two90');
  const away = (line: LineId) => {
    play.disconnect(line);
    play.wait(60_000).connect(line);
  };
  play.to('discussion');
  away(claire);
  const second = play.session.protocol.steps.filter(({ kind }) => kind === 'discussion')[1]!.id;
  play.to('return').rested();
  play.to('discussion');
  expect(play.session.course.missed).not.toBeNull();
  const calls = play.session.protocol.steps.filter(({ kind }) => kind === 'call');
  play.rested().lead({ type: 'goTo', step: calls.at(-1)!.id, turn: play.session.course.turn });
  play.lead({ type: 'choosePresenter', seat: play.seat(samir) });
  expect(play.rested().lead({ type: 'goTo', step: second, turn: play.session.course.turn }).ok).toBe(true);
  away(samir);
  play.connect(samir, 'another page', true);
  expect(replayed(play)).toEqual(play.session);
});

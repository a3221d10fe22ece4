import { expect, it } from 'vitest';
import { fullCircle, type Play } from '../testing/play.ts';
import type { LineId } from '../vocabulary.ts';
import { evolve } from './evolve.ts';
import { emptySession } from './session.ts';

const comesAndGoes = (play: Play, name: string): LineId => {
  const line = play.enter('open', name);
  play.connect(line);
  play.wait(1_000);
  play.says(line, { type: 'goAway' });
  return line;
};

/** Comes by the open link and is answered "not today". */
const turnedDown = (play: Play, name: string): LineId => {
  const line = play.enter('open', name);
  play.wait(1_000);
  play.lead({ type: 'admit', line, answer: 'notToday' });
  return line;
};

const reasonOf = (play: Play, line: LineId) => {
  const view = play.view(line);
  return view?.kind === 'over' ? view.reason : (view?.kind ?? null);
};

it('who came to the door and went leaves nothing behind for long, however often [DR24]', () => {
  const { play, ruth, mei } = fullCircle();
  const waiting = play.enter('open', 'Waits');
  const down = turnedDown(play, 'Down');
  const before = Object.keys(play.session.lines).length;
  const first = comesAndGoes(play, 'First');
  expect(reasonOf(play, first)).toBe('left');
  for (let n = 0; n < 500; n += 1) comesAndGoes(play, `Name ${n}`);
  const last = comesAndGoes(play, 'Last');
  expect(Object.keys(play.session.lines).length - before).toBeLessThanOrEqual(20);
  expect(reasonOf(play, last)).toBe('left');
  expect(reasonOf(play, first)).toBe(null);
  // Neither those who are there, nor those who wait, nor those whose end a leader made are forgotten by that.
  expect([ruth, mei].map((line) => reasonOf(play, line))).toEqual(['room', 'room']);
  expect(reasonOf(play, waiting)).toBe('door');
  expect(reasonOf(play, down)).toBe('not-today');
  expect(play.log.reduce(evolve, emptySession)).toEqual(play.session);
});

it('a place that moves from window to window, or is removed, keeps no crowd of old lines [DR24]', () => {
  const { play, mei } = fullCircle();
  for (let n = 0; n < 200; n += 1) {
    play.enter('tomas', 'Tomás', true);
    play.wait(10_000);
  }
  expect(Object.keys(play.session.lines).length).toBeLessThanOrEqual(6 + 60);
  play.lead({ type: 'remove', seat: play.seat(mei) });
  for (let n = 0; n < 200; n += 1) turnedDown(play, `Name ${n}`);
  expect(reasonOf(play, mei)).toBe('removed');
  expect(play.log.reduce(evolve, emptySession)).toEqual(play.session);
});

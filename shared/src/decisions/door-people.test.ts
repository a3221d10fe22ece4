import { expect, it } from 'vitest';
import { waitingLines } from '../session/roster.ts';
import { MINUTE } from '../vocabulary.ts';
import { fullCircle, Play } from '../testing/play.ts';

const SITE = ['Ada', 'Ben', 'Cleo', 'Dan', 'Eve', 'Fay'];

it('[DR9, SI1] of several at one camera each counts among the 50 at the open links', () => {
  const { play } = fullCircle();
  for (let n = 0; n < 8; n += 1) expect(play.askTogether('open', `Site ${n}`, SITE).ok).toBe(true);
  expect(play.askTogether('watch', 'One more', SITE)).toMatchObject({ refusal: 'door-full' });
  expect(play.askTogether('watch', 'Two', SITE.slice(0, 2)).ok).toBe(true);
  expect(play.ask('open', 'Guest')).toMatchObject({ refusal: 'door-full' });
  expect(waitingLines(play.session).flatMap(({ people }) => people)).toHaveLength(50);
});

it('[DR9] for a whole site as many who are long gone give way as it takes, and no more', () => {
  const { play } = fullCircle();
  for (let n = 0; n < 50; n += 1) play.connect(play.enter('open', `Guest ${n}`));
  const lines = waitingLines(play.session).map(({ line }) => line);
  for (const line of lines.slice(0, 5)) play.disconnect(line);
  play.wait(2 * MINUTE);
  // Six places are not to be had from five, and nobody is sent away for nothing.
  expect(play.askTogether('open', 'Site', SITE)).toMatchObject({ refusal: 'door-full' });
  expect(waitingLines(play.session)).toHaveLength(50);
  for (const line of lines.slice(5, 10)) play.disconnect(line);
  play.wait(2 * MINUTE);
  expect(play.askTogether('open', 'Site', SITE).ok).toBe(true);
  expect(waitingLines(play.session)).toHaveLength(45);
});

it('[DR9] by a personal link four browsers of a whole site wait', () => {
  const play = new Play('case45', true, ['site']);
  for (let n = 0; n < 4; n += 1) expect(play.askTogether('site', 'Site', SITE).ok).toBe(true);
  expect(play.askTogether('site', 'Site', SITE)).toMatchObject({ refusal: 'door-full' });
});

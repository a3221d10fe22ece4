import { expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import { END_NOTICE } from '../session/timer.ts';
import { look } from './look.ts';

it('[CM4] a session that is over is opened by no link, and no place of it is there any more', () => {
  const { play, ruth } = fullCircle();
  play.lead({ type: 'begin' });
  play.lead({ type: 'endSession' });
  play.wait(END_NOTICE).tick();
  expect(play.session.status).toBe('ended');
  for (const link of ['ruth', 'open', 'watch']) {
    expect(look(play.session, `hash-${link}`, play.now)).toBe('over');
    expect(play.ask(link, 'Mallory')).toEqual({ ok: false, refusal: 'over' });
  }
  expect(play.connect(ruth)).toEqual({ ok: false, refusal: 'over' });
});

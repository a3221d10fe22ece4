import { expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import { HOUR, later, MINUTE, SECOND } from '../vocabulary.ts';
import { emptyEnd } from '../session/timer.ts';

it('[HP1] a call for help is told to whoever calls: asked, seen, taken back', () => {
  const { play, mei, samir } = fullCircle();
  const help = () => [mei, samir].map((line) => play.room(line).you.seats[0].help);
  expect(help()).toEqual(['none', 'none']);
  play.says(mei, { type: 'askHelp' });
  expect(help()).toEqual(['asked', 'none']);
  play.lead({ type: 'seeHelp', seat: play.seat(mei) });
  expect(help()).toEqual(['seen', 'none']);
  play.wait(2 * SECOND).says(mei, { type: 'withdrawHelp' });
  expect(help()).toEqual(['none', 'none']);
});

it('[LV4, TM6] a space that is over keeps no evening alive', () => {
  const { play, ruth, tomas, claire, samir, mei, lars } = fullCircle();
  play.lead({ type: 'endSession', stay: true });
  play.wait(MINUTE).tick();
  for (const line of [claire, samir, mei, lars]) play.disconnect(line);
  expect(emptyEnd(play.session)).toBeNull();
  const since = play.now;
  play.wait(MINUTE).says(ruth, { type: 'endDebrief' });
  for (const line of [ruth, tomas]) expect(play.session.lines[line]?.present).toBe(true);
  expect(emptyEnd(play.session)).toBe(later(since, 2 * HOUR));
});

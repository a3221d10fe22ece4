import { expect, it } from 'vitest';
import { NO_MEDIA, type MediaReport } from '../media-report.ts';
import { fullCircle } from '../testing/play.ts';
import type { Shown } from './view.ts';
import type { LineId } from '../vocabulary.ts';

const sees = (view: Shown | null): boolean => view?.kind === 'room' && view.allHere;

const circle = () => {
  const all = fullCircle();
  const { play } = all;
  const connected = play.session.seats.map(({ line }) => line);
  const whole: MediaReport = { ...NO_MEDIA, connected: { circle: connected, debrief: [] } };
  return { ...all, whole, told: (line: LineId, media = whole) => sees(play.view(line, media)) };
};

it('[QT1] silence is trusted only while all are here, in the media server, and all of it is confirmed', () => {
  const { play, ruth, mei, samir, whole, told } = circle();
  expect([told(ruth), told(mei)]).toEqual([true, true]);
  const since = play.now;
  for (const broken of [
    { ...whole, connected: { ...whole.connected, circle: whole.connected.circle.slice(1) } },
    { ...whole, unconfirmed: [samir] },
    { ...whole, unenforced: [{ line: samir, since, mayBeHeard: true, mayBeSeen: false }] },
  ])
    expect([told(ruth, broken), told(mei, broken)]).toEqual([false, false]);
  play.says(samir, { type: 'stepOut' });
  expect(told(mei)).toBe(false);
  play.says(samir, { type: 'stepIn' });
  expect(told(mei)).toBe(true);
  play.disconnect(samir);
  expect(told(mei)).toBe(false);
  play.says(mei, { type: 'leave' });
  play.connect(samir);
  expect(told(ruth)).toBe(true);
});

it('[QT1] a presenter who left is missed, however they went', () => {
  for (const type of ['leave', 'remove'] as const) {
    const { play, ruth, claire, samir, told } = circle();
    play.to('discussion');
    if (type === 'leave') play.says(claire, { type });
    else play.lead({ type, seat: play.seat(claire) });
    expect([type, told(samir), told(ruth)]).toEqual([type, false, type === 'remove']);
  }
});

it('[QT1] leaders turn it off and on for the session', () => {
  const { play, ruth, mei, told } = circle();
  expect(play.says(mei, { type: 'tellQuiet', on: false })).toMatchObject({ refusal: 'not-leader' });
  expect(play.lead({ type: 'tellQuiet', on: true })).toMatchObject({ refusal: 'nothing-to-do' });
  expect(play.lead({ type: 'tellQuiet', on: false }).ok).toBe(true);
  expect([told(mei), play.room(ruth).leader?.tellsQuiet]).toEqual([false, false]);
  play.lead({ type: 'tellQuiet', on: true });
  expect(told(mei)).toBe(true);
});

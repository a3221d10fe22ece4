// The end and the time to stay where something odd happens in it: pressed twice, lines that break, who is half gone already.

import { describe, expect, it } from 'vitest';
import { NO_MEDIA } from '../media-report.ts';
import { protocolOf } from '../protocol/presets.ts';
import { grantsOf } from '../session/grants.ts';
import { END_NOTICE } from '../session/timer.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { viewFor } from '../view/view-for.ts';
import { later, MINUTE, SECOND, type LineId } from '../vocabulary.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { look } from './look.ts';

const evening = () => fullCircle(protocolOf('case45', true));
/** The announced end comes. */
const pass = (play: Play): void => {
  play.wait(END_NOTICE);
  play.tick();
};
const left = () => {
  const circle = evening();
  circle.play.lead({ type: 'endSession', stay: true });
  pass(circle.play);
  return circle;
};
const shown = (play: Play, line: LineId) => viewFor(play.session, line, play.now, NO_MEDIA);
const refusal = (play: Play, line: LineId, command: PersonalCommand) => {
  const answer = play.says(line, command);
  return answer.ok ? null : answer.refusal;
};
const grant = (play: Play, line: LineId) => {
  const found = grantsOf(play.session, play.now).find((one) => one.line === line);
  return found && `${found.space} ${found.microphone ? 'heard' : 'silent'}`;
};
const state = (play: Play, line: LineId, name: string) =>
  play.room(line).places.find((place) => place.name === name)?.presence;

describe('the end, where leaders are not of one mind', () => {
  it('[CM4, LV1] a second press of "End" changes nothing, of either kind; who means the other takes it back first', () => {
    const { play, ruth, tomas } = evening();
    play.says(ruth, { type: 'endSession', stay: true });
    const at = play.session.ending;
    play.wait(10 * SECOND);
    expect(refusal(play, ruth, { type: 'endSession', stay: true })).toBe('nothing-to-do');
    expect(refusal(play, tomas, { type: 'endSession' })).toBe('nothing-to-do');
    expect(play.session).toMatchObject({ ending: at, stays: true });
    play.says(tomas, { type: 'keepSession' });
    play.says(tomas, { type: 'endSession' });
    pass(play);
    expect(play.session.status).toBe('ended');
  });

  it('[LV1] where all members go while the end is announced, leaders have their debrief alone', () => {
    const { play, ruth, claire, samir, mei, lars } = evening();
    play.lead({ type: 'endSession', stay: true });
    for (const line of [claire, samir, mei, lars]) play.says(line, { type: 'leave' });
    pass(play);
    expect(play.room(ruth).course.kind).toBe('debrief');
    expect(shown(play, mei)).toMatchObject({ kind: 'over', farewell: { leaders: ['Ruth', 'Tomás'] } });
    play.says(ruth, { type: 'endDebrief' });
    expect(play.session.status).toBe('ended');
  });

  it('[LV1] a presenter who sits back, and whoever was closed for the step, are heard among those who stay', () => {
    const { play, claire, samir, mei } = evening();
    play.to('discussion');
    play.lead({ type: 'closeLine', seat: play.seat(samir) });
    play.lead({ type: 'openVoice', part: 'member', voice: 'none' });
    expect([claire, samir, mei].map((line) => grant(play, line))).toEqual([
      'circle silent',
      'circle silent',
      'circle silent',
    ]);
    play.lead({ type: 'endSession', stay: true });
    pass(play);
    expect([claire, samir, mei].map((line) => grant(play, line))).toEqual([
      'circle heard',
      'circle heard',
      'circle heard',
    ]);
  });

  it('[LV1, LD6] a leader who has stepped down, and a member who leads, go to the debrief; a backup who stood in stays', () => {
    const down = evening();
    down.play.says(down.tomas, { type: 'stepDown' });
    down.play.lead({ type: 'endSession', stay: true });
    pass(down.play);
    expect(grant(down.play, down.tomas)).toBe('debrief heard');
    const handed = evening();
    handed.play.lead({ type: 'handOn', seat: handed.play.seat(handed.mei) });
    handed.play.says(handed.mei, { type: 'takeLead' });
    handed.play.says(handed.mei, { type: 'endSession', stay: true });
    pass(handed.play);
    expect(grant(handed.play, handed.mei)).toBe('debrief heard');
    const { play, ruth, tomas, samir } = evening();
    play.backUp(samir);
    for (const line of [ruth, tomas]) play.disconnect(line);
    play.wait(MINUTE);
    expect(refusal(play, samir, { type: 'endSession', stay: true })).toBeNull();
    pass(play);
    expect(grant(play, samir)).toBe('circle heard');
  });
});

describe('what stood when the end came', () => {
  it('[LV2] what leaders asked, and what they were asked, stands no more: nobody could answer it', () => {
    const { play, claire, samir, mei, lars } = evening();
    play.lead({ type: 'nameBackup', seat: play.seat(samir) });
    play.lead({ type: 'handOn', seat: play.seat(mei) });
    play.says(lars, { type: 'askHelp' });
    play.says(claire, { type: 'askBeside', name: 'Ben Ott', profession: '', site: 'York' });
    play.lead({ type: 'askToOpen', seat: play.seat(claire) });
    const asked = () => ({
      samir: play.room(samir).you.seats[0].standsIn,
      mei: play.room(mei).you.seats[0].handedBy,
      lars: play.room(lars).you.seats[0].help,
      claire: play.room(claire).you.beside.map(({ name }) => name),
      open: play.room(claire).you.askedToOpen,
    });
    expect(Object.values(asked()).every((one) => one !== null && one !== 'none')).toBe(true);
    expect(asked().claire).toEqual(['Ben Ott']);
    play.lead({ type: 'endSession', stay: true });
    pass(play);
    expect(asked()).toEqual({ samir: null, mei: null, lars: 'none', claire: [], open: null });
  });
});

describe('the time to stay, where lines break and people go', () => {
  it('[LV2, SO1] whoever has stepped out when the end comes is silent until they are back', () => {
    const { play, mei } = evening();
    play.says(mei, { type: 'stepOut' });
    play.lead({ type: 'endSession', stay: true });
    pass(play);
    expect(grant(play, mei)).toBe('circle silent');
    expect(play.room(mei).you.seats[0]).toMatchObject({ out: true });
    expect(play.room(mei).you.seats[0].can).toContain('stepIn');
    play.says(mei, { type: 'stepIn' });
    expect(grant(play, mei)).toBe('circle heard');
  });

  it('[LV4] a broken line ends no debrief: the leader’s place is kept there, and they come back to it', () => {
    const { play, ruth, tomas } = left();
    for (const line of [ruth, tomas]) play.disconnect(line);
    play.wait(5 * MINUTE);
    play.tick();
    expect(play.session.leaving?.closed).toEqual([]);
    play.connect(tomas);
    expect(play.room(tomas).course.kind).toBe('debrief');
    expect(state(play, tomas, 'Ruth')).toBe('away');
  });

  it('[LV4] the last one who leaves the debrief ends it for themselves, and members stay', () => {
    const { play, ruth, tomas, mei } = left();
    play.says(tomas, { type: 'leave' });
    expect(shown(play, tomas)).toMatchObject({ kind: 'over', reason: 'left' });
    play.connect(tomas);
    expect(play.room(tomas).course.kind).toBe('debrief');
    for (const line of [tomas, ruth]) play.says(line, { type: 'leave' });
    expect(shown(play, ruth)).toMatchObject({ kind: 'over', reason: 'over', forgottenAt: null });
    expect(play.connect(tomas)).toMatchObject({ ok: false, refusal: 'over' });
    expect(play.room(mei).course.kind).toBe('leaving');
  });

  it('[LV5] another window takes the place over, in its own space', () => {
    const { play, ruth, mei } = left();
    play.wait(MINUTE);
    for (const [line, kind] of [
      [ruth, 'debrief'],
      [mei, 'leaving'],
    ] as const) {
      expect(play.connect(line, 'another')).toMatchObject({ ok: false, refusal: 'elsewhere' });
      expect(play.connect(line, 'another', true).ok).toBe(true);
      expect(play.room(line).course.kind).toBe(kind);
    }
  });

  it('[LV3] nobody gets five minutes more twice, nor anybody after them', () => {
    const { play, mei, claire } = left();
    const { endsAt } = play.session.leaving!;
    expect(refusal(play, mei, { type: 'stayLonger' })).toBeNull();
    for (const line of [mei, claire])
      expect(refusal(play, line, { type: 'stayLonger' })).toBe('nothing-to-do');
    expect(play.session.leaving).toMatchObject({ endsAt: later(endsAt, 5 * MINUTE), more: true });
    expect(play.room(mei).you.seats[0].can).not.toContain('stayLonger');
  });

  it('[LV5] who waits at the door is told that it is over, and is not thanked; a link leads nowhere any more', () => {
    const { play, mei } = evening();
    const late = play.enter('open', 'Late');
    play.connect(late);
    play.lead({ type: 'endSession', stay: true });
    pass(play);
    expect(shown(play, late)).toMatchObject({ kind: 'over', reason: 'over', farewell: null });
    expect(refusal(play, late, { type: 'goAway' })).toBe('not-in-room');
    expect(play.ask('watch', 'Later')).toEqual({ ok: false, refusal: 'over' });
    expect(play.room(mei).places.map(({ name }) => name)).not.toContain('Late');
  });

  it('[LV5, DR8] a removed person has no way back, by their browser or their link', () => {
    const play = new Play('case45', true, ['noor']);
    for (const [link, name] of [
      ['ruth', 'Ruth'],
      ['noor', 'Noor'],
    ] as const)
      play.connect(play.enter(link, name));
    const noor = Object.values(play.session.lines).at(-1)!.line;
    if (play.session.lines[noor]?.state === 'waiting')
      play.lead({ type: 'admit', line: noor, answer: 'letIn' });
    play.begin();
    play.lead({ type: 'remove', seat: play.seat(noor) });
    play.lead({ type: 'endSession', stay: true });
    pass(play);
    expect(shown(play, noor)).toMatchObject({ kind: 'over', reason: 'removed', farewell: null });
    expect(play.connect(noor)).toMatchObject({ ok: false, refusal: 'removed' });
    expect(look(play.session, 'hash-noor', play.now)).toBe('removed');
    expect(play.ask('noor', 'Noor')).toEqual({ ok: false, refusal: 'over' });
  });
});

import { describe, expect, it } from 'vitest';
import { NO_MEDIA } from '../media-report.ts';
import { protocolOf } from '../protocol/presets.ts';
import type { Protocol } from '../protocol/steps.ts';
import { evolve } from '../session/evolve.ts';
import { grantsOf } from '../session/grants.ts';
import { END_NOTICE } from '../session/timer.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import { viewFor } from '../view/view-for.ts';
import { later, MINUTE, SECOND, type LineId } from '../vocabulary.ts';
import type { PersonalCommandName } from './commands.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { look } from './look.ts';

const evening = (change: Partial<Protocol> = {}) => fullCircle({ ...protocolOf('case45', true), ...change });
/** An evening that has ended with time to stay. */
const left = (change: Partial<Protocol> = {}) => {
  const circle = evening(change);
  circle.play.lead({ type: 'endSession', stay: true });
  circle.play.wait(END_NOTICE);
  circle.play.tick();
  return circle;
};
const shown = (play: Play, line: LineId, media = NO_MEDIA) => viewFor(play.session, line, play.now, media);
const refusal = (play: Play, line: LineId, command: PersonalCommand) => {
  const answer = play.says(line, command);
  return answer.ok ? null : answer.refusal;
};
const names = (play: Play, line: LineId) => play.room(line).places.map(({ name }) => name);
const spaces = (play: Play) =>
  Object.fromEntries(
    grantsOf(play.session, play.now).map(({ line, space, microphone }) => [line, `${space} ${microphone}`]),
  );

describe('the end with time to stay', () => {
  it('[LV1] is announced to all, and can be taken back', () => {
    const { play, mei } = evening();
    play.lead({ type: 'endSession', stay: true });
    expect(play.room(mei).session).toMatchObject({ endsAt: play.now + END_NOTICE, stay: 10 });
    play.lead({ type: 'keepSession' });
    play.wait(END_NOTICE);
    play.tick();
    expect(play.session).toMatchObject({ status: 'running', leaving: null });
  });

  it('[LV1] brings members and leaders to spaces of their own, and without it all is over', () => {
    const { play, ruth, tomas, claire, samir, mei, lars } = left();
    expect(spaces(play)).toEqual({
      [ruth]: 'debrief true',
      [tomas]: 'debrief true',
      ...Object.fromEntries([claire, samir, mei, lars].map((line) => [line, 'circle true'])),
    });
    const plain = evening();
    plain.play.lead({ type: 'endSession' });
    plain.play.wait(END_NOTICE);
    plain.play.tick();
    expect(plain.play.session.status).toBe('ended');
  });

  it('[LV1] is what comes where the end of all was announced before it, and not the other way round', () => {
    const { play, tomas, mei } = evening();
    play.lead({ type: 'endSession' });
    expect(play.room(mei).session).toMatchObject({ endsAt: play.now + END_NOTICE, stay: null });
    play.wait(40 * SECOND);
    expect(refusal(play, tomas, { type: 'endSession' })).toBe('nothing-to-do');
    expect(refusal(play, tomas, { type: 'endSession', stay: true })).toBeNull();
    expect(play.room(mei).session).toMatchObject({ endsAt: play.now + END_NOTICE, stay: 10 });
    for (const stay of [{}, { stay: true }] as const)
      expect(refusal(play, tomas, { type: 'endSession', ...stay })).toBe('nothing-to-do');
    play.wait(20 * SECOND).tick();
    expect(play.session).toMatchObject({ status: 'running', leaving: null });
    play.wait(40 * SECOND).tick();
    expect(play.session).toMatchObject({ status: 'running', ending: null });
    expect(play.room(mei).course.kind).toBe('leaving');
  });

  it('[LV1] is offered only by a course that has it, once the session has begun', () => {
    const { play, ruth } = evening({ leavingMinutes: null, debrief: false });
    expect(refusal(play, ruth, { type: 'endSession', stay: true })).toBe('not-allowed');
    const early = fullCircle('case45', true, false);
    expect(refusal(early.play, early.ruth, { type: 'endSession', stay: true })).toBe('not-begun');
  });

  it('[LV1] gives either space alone where the course offers no more', () => {
    const talk = left({ leavingMinutes: null });
    expect(shown(talk.play, talk.mei)?.kind).toBe('over');
    expect(talk.play.room(talk.ruth).course.kind).toBe('debrief');
    const stay = left({ debrief: false });
    expect(shown(stay.play, stay.ruth)).toMatchObject({ kind: 'over', reason: 'over' });
    expect(stay.play.room(stay.mei).course.kind).toBe('leaving');
  });

  it('[PH3] lists, tells and shows nothing of the other space', () => {
    const { play, ruth, tomas, mei } = left();
    expect(names(play, mei)).toEqual(['Claire', 'Samir', 'Mei', 'Lars']);
    expect(names(play, ruth)).toEqual(['Ruth', 'Tomás']);
    expect(play.room(mei).ears).toHaveLength(4);
    expect(play.room(ruth).ears).toEqual([play.seat(ruth), play.seat(tomas)]);
    const found = { count: 1, last: play.now };
    const media = { ...NO_MEDIA, strangers: { circle: null, debrief: found } };
    const told = (line: LineId) => {
      const view = shown(play, line, media);
      return view?.kind === 'room' ? view.notices.map(({ type }) => type) : [];
    };
    expect([told(ruth), told(mei)]).toEqual([['stranger'], []]);
  });

  it('[PH3] whatever happens in one space, the views of the other stay the same, byte for byte', () => {
    const { play, ruth, tomas, mei, claire } = left();
    const at = play.now;
    const bytes = (line: LineId, session = play.session) =>
      JSON.stringify(viewFor(session, line, at, NO_MEDIA));
    const identity = play.session.lines[tomas]!.identity!;
    const inDebrief = [
      { at, type: 'disconnected', line: tomas },
      { at, type: 'connected', line: tomas, page: 'p', identity, moved: true, missed: null },
      { at, type: 'left', seat: play.seat(tomas) },
      { at, type: 'spaceClosed', space: 'debrief' },
    ] as const;
    for (const event of inDebrief) expect(bytes(mei, evolve(play.session, event))).toBe(bytes(mei));
    const inCircle = [
      { at, type: 'disconnected', line: claire },
      { at, type: 'left', seat: play.seat(claire) },
      { at, type: 'stayedLonger', endsAt: later(at, MINUTE) },
      { at, type: 'spaceClosed', space: 'circle' },
    ] as const;
    for (const event of inCircle) expect(bytes(ruth, evolve(play.session, event))).toBe(bytes(ruth));
  });

  it('[PH3] whoever the media server has not put out yet is seen where they still hear', () => {
    const { play, ruth, mei } = left();
    const media = { ...NO_MEDIA, connected: { circle: [ruth], debrief: [] } };
    const view = shown(play, mei, media);
    if (view?.kind !== 'room') return expect.fail('not in the room');
    expect(view.ears).toContain(play.seat(ruth));
    expect(view.places.find(({ name }) => name === 'Ruth')?.media.identity).toBeNull();
  });

  it('[LV2] leaves nobody who leads, no case, and no command but leaving, stepping out, more time and the debrief’s end', () => {
    const circle = evening();
    const { play, ruth, tomas, mei, claire } = circle;
    play.lead({ type: 'nameBackup', seat: play.seat(mei) });
    play.to('discussion');
    play.lead({ type: 'endSession', stay: true });
    play.wait(END_NOTICE);
    play.tick();
    const can = (line: LineId): readonly PersonalCommandName[] => play.room(line).you.seats[0].can;
    expect(can(ruth)).toEqual(['endDebrief', 'stepOut', 'leave']);
    expect(can(mei)).toEqual(['stayLonger', 'stepOut', 'leave']);
    expect(play.room(claire)).toMatchObject({ presenter: null, you: { may: { microphone: true } } });
    for (const line of [ruth, tomas]) play.disconnect(line);
    play.wait(5 * MINUTE);
    expect(play.room(mei).you.seats[0].leads).toBe(false);
    expect(play.room(mei).leader).toBeNull();
    expect(refusal(play, mei, { type: 'endDebrief' })).toBe('not-allowed');
    expect(refusal(play, ruth, { type: 'stayLonger' })).toBe('not-allowed');
    expect(refusal(play, ruth, { type: 'openDoor' })).toBe('wrong-phase');
  });

  it('[LV3] ends by itself for members, after five minutes more that one of them asked for once', () => {
    const { play, ruth, mei, claire } = left();
    const until = play.session.leaving!.endsAt;
    expect(until).toBe(later(play.now, 10 * MINUTE));
    expect(play.room(mei).session).toMatchObject({ until, leaving: { endsAt: until, more: false } });
    expect(play.room(mei).course.clock).toMatchObject({ endsAt: until });
    play.says(mei, { type: 'stayLonger' });
    expect(play.room(claire).session.leaving).toEqual({ endsAt: until + 5 * MINUTE, more: true });
    expect(refusal(play, claire, { type: 'stayLonger' })).toBe('nothing-to-do');
    expect(play.room(ruth).session).toMatchObject({ until: null, leaving: { endsAt: null, more: false } });
    play.wait(15 * MINUTE - SECOND);
    play.tick();
    expect(shown(play, mei)?.kind).toBe('room');
    play.wait(SECOND);
    play.tick();
    expect(shown(play, mei)).toMatchObject({ kind: 'over', reason: 'over', forgottenAt: null });
    expect(shown(play, ruth)?.kind).toBe('room');
    expect(Object.values(spaces(play)).every((one) => one.startsWith('debrief'))).toBe(true);
  });

  it('[LV4] the debrief ends when somebody in it ends it, and the session with the last space', () => {
    const { play, ruth, tomas, mei } = left();
    play.says(tomas, { type: 'endDebrief' });
    expect(shown(play, ruth)).toMatchObject({ kind: 'over', reason: 'over' });
    expect(play.session.status).toBe('running');
    expect(shown(play, mei)?.kind).toBe('room');
    play.wait(10 * MINUTE);
    play.tick();
    expect(play.session.status).toBe('ended');
  });

  it('[LV4] a space from which all have gone is over', () => {
    const { play, ruth, tomas } = left();
    play.says(ruth, { type: 'leave' });
    expect(play.session.leaving?.closed).toEqual([]);
    play.says(tomas, { type: 'leave' });
    expect(play.session.leaving?.closed).toEqual(['debrief']);
  });

  it('[LV5] nobody new comes in, and whoever has a place comes back to their own space', () => {
    const { play, ruth, mei } = left();
    expect(play.ask('open', 'Late')).toEqual({ ok: false, refusal: 'over' });
    expect(look(play.session, 'hash-open', play.now)).toBe('over');
    play.disconnect(mei);
    play.connect(mei);
    expect(play.room(mei).course.kind).toBe('leaving');
    const other = play.enter('ruth', 'Ruth', true);
    play.connect(other);
    expect(play.room(other).course.kind).toBe('debrief');
    expect(shown(play, ruth)).toMatchObject({ reason: 'moved' });
  });

  it('[FW3] thanks who sat, with who led and the leaders’ own line', () => {
    const { play, mei } = left();
    play.says(mei, { type: 'leave' });
    expect(shown(play, mei)).toMatchObject({
      reason: 'left',
      farewell: { leaders: ['Ruth', 'Tomás'], line: null },
    });
  });
});

import { describe, expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import { nextAlarm } from '../session/timer.ts';
import { later, type LineId } from '../vocabulary.ts';

const circle = () => {
  const all = fullCircle();
  const { play } = all;
  const seen = (from: LineId, of: LineId) =>
    play.room(from).places.find(({ seat }) => seat === play.seat(of));
  return { ...all, seen, may: (line: LineId) => play.room(line).you.may };
};
const nothing = { microphone: false, camera: false };

describe('stepping out', () => {
  it('[SO1] closes microphone and camera, everybody sees it, and one press each way is all', () => {
    const { play, mei, samir, seen, may } = circle();
    play.to('questions');
    expect(may(mei)).toEqual({ microphone: true, camera: true });
    expect(play.says(mei, { type: 'stepOut' }).ok).toBe(true);
    expect(play.says(mei, { type: 'stepOut' })).toMatchObject({ refusal: 'nothing-to-do' });
    expect([may(mei), play.room(mei).you.why, seen(samir, mei)?.out]).toEqual([nothing, 'out', true]);
    expect(seen(samir, mei)).toMatchObject({ presence: 'here', sits: 'circle' });
    play.to('discussion');
    expect(may(mei)).toEqual(nothing);
    expect(play.says(mei, { type: 'stepIn' }).ok).toBe(true);
    expect(play.says(mei, { type: 'stepIn' })).toMatchObject({ refusal: 'nothing-to-do' });
    expect([may(mei), seen(samir, mei)?.out]).toEqual([{ microphone: true, camera: true }, false]);
  });

  it('[SO1] hand and floor are down, and no undo brings them back; another page load finds it so', () => {
    const { play, mei, samir, may } = circle();
    play.to('presentation');
    for (const line of [mei, samir]) play.says(line, { type: 'raiseHand' });
    play.lead({ type: 'giveFloor', seat: play.seat(mei) });
    play.to('questions');
    for (const line of [mei, samir]) play.says(line, { type: 'stepOut' });
    play.lead({ type: 'undo', turn: play.session.course.turn });
    expect(play.session.course).toMatchObject({ hands: [], floor: [] });
    play.connect(mei, 'another page', true);
    expect(may(mei)).toEqual(nothing);
    play.says(mei, { type: 'leave' });
    play.connect(mei, 'another page', true);
    expect(play.room(mei).you.seats[0].out).toBe(false);
  });

  it('[SO1] a leader who has stepped out counts as away, and is back with whoever waited for one', () => {
    const { play, ruth, tomas, samir } = circle();
    play.lead({ type: 'openDoor' });
    play.lead({ type: 'nameBackup', seat: play.seat(samir) });
    play.says(samir, { type: 'agreeBackup' });
    play.disconnect(tomas);
    play.says(ruth, { type: 'stepOut' });
    expect(play.room(samir).you.seats[0].leads).toBe(false);
    play.wait(31_000).tick();
    expect(play.room(samir).you.seats[0].leads).toBe(true);
    play.says(ruth, { type: 'stepIn' });
    expect(play.room(samir).you.seats[0].leads).toBe(false);
  });

  it('[SO2] a presenter who steps out keeps the chair: calm for the others, away for leaders', () => {
    const { play, ruth, claire, samir, seen, may } = circle();
    play.to('discussion');
    play.says(claire, { type: 'stepOut' });
    const at = play.now;
    expect(seen(samir, claire)).toMatchObject({
      presence: 'away',
      out: false,
      sits: 'back',
      presenter: true,
    });
    expect(seen(ruth, claire)).toMatchObject({ presence: 'here', out: true, sits: 'back' });
    expect(play.room(ruth).leader?.chair).toMatchObject({
      how: 'out',
      since: at,
      decideAt: later(at, 120_000),
    });
    expect(play.room(samir).presenter).toBe(play.seat(claire));
    play.says(claire, { type: 'stepIn' });
    expect(play.room(ruth).leader?.chair).toBeNull();
    expect(may(claire)).toEqual({ microphone: false, camera: true });
  });
});

describe('a call for help', () => {
  it('[HP1] is seen by leaders and whoever calls, answered, and taken back by its owner alone', () => {
    const { play, ruth, mei, samir } = circle();
    const at = play.now;
    expect(play.says(mei, { type: 'askHelp' }).ok).toBe(true);
    expect(play.says(mei, { type: 'askHelp' })).toMatchObject({ refusal: 'nothing-to-do' });
    expect(play.room(ruth).leader?.helps).toEqual([{ seat: play.seat(mei), since: at, seen: false }]);
    expect(JSON.stringify(play.room(samir))).not.toContain('helps');
    expect(play.says(samir, { type: 'withdrawHelp' })).toMatchObject({ refusal: 'nothing-to-do' });
    const see = { type: 'seeHelp', seat: play.seat(mei) } as const;
    expect(play.says(samir, see)).toMatchObject({ refusal: 'not-leader' });
    expect([play.lead(see).ok, play.room(mei).you.seats[0].help]).toEqual([true, 'seen']);
    expect(play.lead(see)).toMatchObject({ refusal: 'nothing-to-do' });
    expect(play.room(ruth).leader?.helps).toHaveLength(1);
    expect(play.wait(3_000).says(mei, { type: 'withdrawHelp' }).ok).toBe(true);
    expect(play.room(ruth).leader?.helps).toEqual([]);
  });

  it('[HP1] is not taken back by a second tap within two seconds, and the view says when it can be', () => {
    const { play, mei } = circle();
    play.says(mei, { type: 'askHelp' });
    const since = play.now;
    const can = () => play.room(mei).you.seats[0].can.includes('withdrawHelp');
    for (const ms of [0, 500, 1_499]) {
      play.wait(ms);
      expect(play.says(mei, { type: 'withdrawHelp' })).toMatchObject({ refusal: 'too-soon' });
    }
    expect([can(), nextAlarm(play.session, play.now)]).toEqual([false, later(since, 2_000)]);
    play.wait(1);
    expect([can(), play.says(mei, { type: 'withdrawHelp' }).ok]).toEqual([true, true]);
  });

  it('[HP1] goes with whoever leaves or is removed', () => {
    const { play, ruth, mei, samir } = circle();
    for (const line of [mei, samir]) play.says(line, { type: 'askHelp' });
    play.says(mei, { type: 'leave' });
    play.lead({ type: 'remove', seat: play.seat(samir) });
    expect(play.room(ruth).leader?.helps).toEqual([]);
  });
});

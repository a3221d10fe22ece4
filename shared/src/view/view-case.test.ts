import { describe, expect, it } from 'vitest';
import { COURSES } from '../protocol/courses.ts';
import { protocolOf } from '../protocol/presets.ts';
import { fullCircle, type Play } from '../testing/play.ts';
import { MINUTE, SECOND, type LineId } from '../vocabulary.ts';

/** An evening of two cases, in the discussion of the first one, from which Claire was away for three minutes. */
const missing = () => {
  const steps = COURSES.find(({ group }) => group === 'twoCases')?.steps ?? [];
  const all = fullCircle({ ...protocolOf('case45', true), steps });
  const { play, ruth, claire } = all;
  play.to('discussion').disconnect(claire);
  play.wait(3 * MINUTE).connect(claire);
  const missed = () => play.room(ruth).leader?.missed ?? null;
  const goTo = (kind: 'call' | 'discussion') => {
    const step = steps.findLast((one) => one.kind === kind)!.id;
    play.rested();
    expect(play.lead({ type: 'goTo', step, turn: play.session.course.turn }).ok).toBe(true);
  };
  /** The second case, which this person presents. */
  const second = (line: LineId) => {
    goTo('call');
    expect(play.lead({ type: 'choosePresenter', seat: play.seat(line) }).ok).toBe(true);
    goTo('discussion');
  };
  return { ...all, missed, second };
};

describe('how long a presenter was away', () => {
  it('[PR22] is told to leaders alone, while that presenter is there and sits back', () => {
    const { play, tomas, mei, claire, missed } = missing();
    const told = { seat: play.seat(claire), ms: 3 * MINUTE };
    expect([missed(), play.room(tomas).leader?.missed, play.room(mei).leader]).toEqual([told, told, null]);
    play.disconnect(claire);
    expect(missed()).toBeNull();
    play.wait(MINUTE).connect(claire);
    expect(missed()).toEqual({ ...told, ms: MINUTE });
    play.to('return');
    expect(missed()).toBeNull();
  });

  it('[PR22] is told until their page comes anew without that; whoever else comes changes nothing', () => {
    const { play, mei, claire, missed } = missing();
    play.disconnect(mei);
    play.wait(MINUTE).connect(mei);
    expect(missed()?.seat).toBe(play.seat(claire));
    play.connect(claire, 'another page', true);
    expect(missed()).toBeNull();
  });

  it.each(['claire', 'mei'] as const)('[PR22] is not told of the next case, which %s presents', (who) => {
    const all = missing();
    all.second(all[who]);
    expect(all.missed()).toBeNull();
    all.play.disconnect(all[who]);
    all.play.wait(MINUTE).connect(all[who]);
    expect(all.missed()).toEqual({ seat: all.play.seat(all[who]), ms: MINUTE });
  });
});

describe('a presenter who is gone', () => {
  /** How Mei and the leaders see the place of Claire. */
  const seen = (play: Play, reader: LineId, claire: LineId) =>
    play.room(reader).places.find(({ line }) => line === claire);

  it.each(['leave', 'remove'] as const)(
    '[PR22] by %s: members see somebody away, silent and unseen',
    (type) => {
      const { play, ruth, mei, claire } = fullCircle();
      play.to('presentation');
      const seat = play.seat(claire);
      expect(seen(play, mei, claire)?.media).toMatchObject({ microphone: true, camera: true });
      if (type === 'leave') play.says(claire, { type });
      else play.lead({ type, seat });
      expect(seen(play, mei, claire)).toMatchObject({
        ...{ seat, presence: 'away', presenter: true, out: false },
        media: { identity: null, microphone: false, camera: false },
      });
      expect(seen(play, ruth, claire)?.presence).toBe(type === 'leave' ? 'left' : undefined);
      expect(play.room(ruth).leader?.chair).toMatchObject({
        seat,
        how: type === 'leave' ? 'left' : 'removed',
      });
    },
  );

  it.each([
    [0, 30],
    [10, 30],
    [30, 30],
    [120, 120],
  ])(
    '[PR22] where a course waits %i s, leaders choose then, and again every %i s',
    (presenterWait, again) => {
      const { play, ruth, claire } = fullCircle({ ...protocolOf('case45', true), presenterWait });
      play.to('discussion').disconnect(claire);
      const since = play.now;
      expect(play.wait(SECOND).room(ruth).leader?.chair).toEqual({
        ...{ seat: play.seat(claire), how: 'away', since, again: again * SECOND },
        decideAt: since + presenterWait * SECOND,
      });
    },
  );
});

import { describe, expect, it } from 'vitest';
import { protocolOf } from '../protocol/presets.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { later, MINUTE, SECOND, type LineId, type MediaIdentity, type StepId } from '../vocabulary.ts';

const typesOf = (answer: ReturnType<Play['do']>) =>
  answer.ok ? answer.events.map(({ type }) => type) : expect.fail(answer.refusal);

describe('a connection that ends', () => {
  it('[DR7] is news only where it is the one that holds the place', () => {
    const { play, mei } = fullCircle();
    const old = play.session.lines[mei]!.identity!;
    play.connect(mei, 'another page', true);
    const seen = play.now;
    const ends = (identity: MediaIdentity) =>
      typesOf(play.do({ type: 'disconnect', line: mei, identity, seen }, { kind: 'server' }));
    expect(ends(old)).toEqual([]);
    expect(play.session.lines[mei]?.present).toBe(true);
    const { identity } = play.session.lines[mei]!;
    expect(ends(identity!)).toEqual(['disconnected']);
    expect(ends(identity!)).toEqual([]);
  });

  it('[LD2] counts from its last sign of life, never from before it came nor from later than now', () => {
    for (const [silent, since] of [
      [0, MINUTE],
      [10 * SECOND, 50 * SECOND],
      [MINUTE, 0],
      [5 * MINUTE, 0],
      [-MINUTE, MINUTE],
    ] as const) {
      const { play, mei } = fullCircle();
      play.connect(mei, 'another page', true);
      const came = play.now;
      play.wait(MINUTE).disconnect(mei, silent);
      expect([silent, play.session.lines[mei]?.since]).toEqual([silent, later(came, since)]);
    }
  });

  it('[HS7] is that of everybody once the server has started anew', () => {
    const { play, mei } = fullCircle();
    play.disconnect(mei);
    const answer = play.do({ type: 'restart' }, { kind: 'server' });
    expect(typesOf(answer)).toEqual(Array(5).fill('disconnected'));
    expect(Object.values(play.session.lines).some(({ present }) => present)).toBe(false);
    expect(typesOf(play.do({ type: 'restart' }, { kind: 'server' }))).toEqual([]);
  });
});

describe('a page that comes', () => {
  it('[DR7] keeps its identity, gets another one for another page, and asks before it takes a place', () => {
    const { play, mei } = fullCircle();
    const identity = () => play.session.lines[mei]?.identity;
    const first = identity();
    play.connect(mei);
    expect(identity()).toBe(first);
    expect(play.connect(mei, 'second')).toEqual({ ok: false, refusal: 'elsewhere' });
    expect(play.connect(mei, 'second', true).ok).toBe(true);
    const second = identity();
    expect(second).not.toBe(first);
    play.disconnect(mei);
    play.connect(mei, 'third');
    expect([first, second]).not.toContain(identity());
  });
});

describe('once a space is over', () => {
  it('[LV4, LV5] nothing of it can be pressed, and no page comes back to it', () => {
    const { play, ruth, mei } = fullCircle();
    play.lead({ type: 'endSession', stay: true });
    play.wait(MINUTE).tick();
    expect(play.says(ruth, { type: 'endDebrief' }).ok).toBe(true);
    for (const answer of [play.says(ruth, { type: 'leave' }), play.connect(ruth)])
      expect(answer).toEqual({ ok: false, refusal: 'over' });
    expect([play.view(ruth)?.kind, play.view(mei)?.kind]).toEqual(['over', 'room']);
    expect(play.says(mei, { type: 'leave' }).ok).toBe(true);
  });
});

describe('a course of one step', () => {
  it('[PH8] can be run, and offers no move', () => {
    const steps = [{ id: 's1' as StepId, kind: 'talk', minutes: 20 }] as const;
    const play = new Play({ ...protocolOf('case45', true), steps });
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    play.begin();
    const { course, you } = play.room(ruth);
    expect([course.index, course.steps.length]).toEqual([0, 1]);
    for (const name of ['next', 'back', 'goTo', 'begin'] as const)
      expect([name, you.seats[0].can.includes(name)]).toEqual([name, false]);
    expect(you.seats[0].can).toContain('endSession');
  });
});

describe('the chosen presenter', () => {
  it('[SO2] is seen to have stepped out before the case, and is somebody away within it', () => {
    const { play, ruth, mei, claire } = fullCircle();
    const place = (reader: LineId) => {
      const { presence, out } = play.room(reader).places.find(({ line }) => line === claire)!;
      return [presence, out];
    };
    play.says(claire, { type: 'stepOut' });
    expect([place(mei), place(ruth)]).toEqual([
      ['here', true],
      ['here', true],
    ]);
    play.to('presentation');
    expect([place(mei), place(ruth)]).toEqual([
      ['away', false],
      ['here', true],
    ]);
  });
});

describe('the door', () => {
  it('[DR3] is closed by the first step of a case, once, where it is open', () => {
    const moved = (before: boolean) => {
      const { play } = fullCircle();
      if (before) play.lead({ type: 'closeDoor' });
      const { step, turn } = play.session.course;
      const at = play.session.protocol.steps.findIndex(({ kind }) => kind === 'presentation');
      expect(step).not.toBe(play.session.protocol.steps[at]?.id);
      const first = play.lead({ type: 'goTo', step: play.session.protocol.steps[at]!.id, turn });
      play.lead({ type: 'openDoor' });
      const second = play.rested().lead({ type: 'next', turn: turn + 1 });
      return [typesOf(first), typesOf(second)].map((types) => types.includes('doorClosed'));
    };
    expect([moved(false), moved(true)]).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  it('[DR5] lets one browser of a person in: those that asked before it are told, a later one is not', () => {
    const play = new Play('case45', true, ['mei']);
    play.connect(play.enter('ruth', 'Ruth'));
    play.lead({ type: 'closeDoor' });
    const [first, second, third] = [1, 2, 3].map(() => play.enter('mei', 'Mei'));
    const answer = play.lead({ type: 'admit', line: second!, answer: 'letIn' });
    expect(answer.ok && answer.events.map((one) => [one.type, 'line' in one && one.line])).toEqual([
      ['turnedAway', first],
      ['seated', second],
      ...(answer.ok ? answer.events.slice(2).map(({ type }) => [type, false]) : []),
    ]);
    const states = [first, second, third].map((line) => play.session.lines[line!]?.state);
    expect(states).toEqual(['ended', 'seated', 'waiting']);
  });
});

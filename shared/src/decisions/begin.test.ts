import { describe, expect, it } from 'vitest';
import { UNOPENED_FOR } from '../session/timer.ts';
import { TABLE } from '../testing/command-table.ts';
import { fullCircle, Play } from '../testing/play.ts';
import { USUAL_EVENING, type Protocol } from '../protocol/steps.ts';
import { DAY, HOUR, MINUTE, type LineId, type StepId } from '../vocabulary.ts';
import type { PersonalCommand } from './commands-schema.ts';

const come = (play: Play, link: string, name: string): LineId => {
  const line = play.enter(link, name);
  play.connect(line);
  return line;
};

/** Begins with its case: the first step is told by a presenter who sits in the circle, the second is heard from outside. */
const CASE_AT_ONCE: Protocol = {
  ...USUAL_EVENING,
  madeFrom: null,
  steps: (['questions', 'discussion', 'return', 'closing'] as const).map((kind, index) => ({
    id: `s${index + 1}` as StepId,
    kind,
    minutes: 5,
  })),
};

describe('a session that has not begun', () => {
  it('[TM7] has the rights of the first step, and no clock', () => {
    const { play, ruth, samir, lars } = fullCircle('online60', true, false);
    for (const line of [ruth, samir, lars])
      expect(play.room(line)).toMatchObject({
        session: { begun: false },
        course: { kind: 'arrive', turn: 0, clock: null },
        you: { may: { microphone: true, camera: true } },
      });
  });

  it('[TM7] changes by nothing that leaders look into: they come, press, leave, come again', () => {
    const play = new Play('online60');
    const before = play.session.course;
    for (let day = 0; day < 13; day += 1) {
      for (const name of ['ruth', 'tomas']) {
        const line = play.enter(name, name, true);
        play.connect(line);
        for (const type of ['hold', 'closeDoor', 'openDoor'] as const) play.says(line, { type });
        play.says(line, { type: 'extend', minutes: 5, turn: 0 });
        if (day % 2 === 0) play.says(line, { type: 'leave' });
        else play.disconnect(line);
      }
      play.wait(DAY).tick();
    }
    expect(play.session).toMatchObject({ status: 'made', evening: null });
    expect(play.session.course).toEqual(before);
    come(play, 'ruth', 'Ruth');
    play.begin();
    expect(play.session.status).toBe('running');
  });

  it('[TM7] refuses every command of the course but those that begin it and a presenter’s choice', () => {
    const { play, samir } = fullCircle('online60', true, false);
    const commands: readonly PersonalCommand[] = [
      { type: 'back', turn: 0 },
      { type: 'extend', minutes: 1, turn: 0 },
      { type: 'hold' },
      { type: 'resume' },
      { type: 'moveEnd', minutes: 5 },
      { type: 'undo', turn: 0 },
    ];
    const begunOnly = Object.entries(TABLE).flatMap(([name, [, when]]) => (when === 'begun' ? [name] : []));
    expect(commands.map(({ type }) => type).toSorted()).toEqual(begunOnly.toSorted());
    for (const command of commands) {
      expect(play.lead(command)).toEqual({ ok: false, refusal: 'not-begun' });
      expect(play.says(samir, command)).toEqual({ ok: false, refusal: 'not-leader' });
    }
    expect(play.lead({ type: 'choosePresenter', seat: play.seat(samir) }).ok).toBe(true);
  });

  it('[TM7] Begin starts the clock of the first step and moves nothing; a second Begin is told so', () => {
    const { play, ruth, tomas, samir } = fullCircle('online60', true, false);
    expect(play.says(samir, { type: 'begin' })).toEqual({ ok: false, refusal: 'not-leader' });
    expect(play.room(ruth).you.seats[0].can).toContain('begin');
    expect(play.says(ruth, { type: 'begin' }).ok).toBe(true);
    expect(play.says(tomas, { type: 'begin' })).toEqual({ ok: false, refusal: 'nothing-to-do' });
    expect(play.room(tomas).you.seats[0].can).not.toContain('begin');
    expect(play.room(ruth)).toMatchObject({
      session: { begun: true },
      course: { kind: 'arrive', turn: 0, clock: { since: play.now, endsAt: play.now + 5 * MINUTE } },
    });
  });

  it('[CM8] Begin pressed twice in a moment does not move on', () => {
    const { play, ruth } = fullCircle('online60', true, false);
    play.says(ruth, { type: 'begin' });
    expect(play.room(ruth).leader?.rests).toBe(true);
    expect(play.says(ruth, { type: 'next', turn: 0 })).toEqual({ ok: false, refusal: 'too-soon' });
    expect(play.rested().says(ruth, { type: 'next', turn: 0 }).ok).toBe(true);
  });

  it.each(['next', 'goTo'] as const)(
    '[TM7] %s begins and moves; the first step keeps its whole time',
    (type) => {
      const { play, ruth } = fullCircle('online60', true, false);
      const step = play.session.protocol.steps[1]!.id;
      expect(play.lead(type === 'next' ? { type, turn: 0 } : { type, step, turn: 0 }).ok).toBe(true);
      expect(play.room(ruth)).toMatchObject({ session: { begun: true }, course: { kind: 'call', turn: 1 } });
      play.rested().lead({ type: 'back', turn: 1 });
      expect(play.session.course.endsAt).toBe(play.now + 5 * MINUTE);
    },
  );

  it('[TM7] can be called off: the end is announced, and can be taken back', () => {
    const { play, tomas } = fullCircle('online60', true, false);
    play.lead({ type: 'endSession' });
    expect(play.says(tomas, { type: 'keepSession' }).ok).toBe(true);
    expect(play.wait(MINUTE).tick().session.status).toBe('made');
    play.lead({ type: 'endSession' });
    expect(play.wait(MINUTE).tick().session.status).toBe('ended');
  });

  it('[CM2] that would begin with a case needs its presenter first, and Begin closes the door [DR3]', () => {
    const play = new Play(CASE_AT_ONCE, true, ['claire']);
    const ruth = come(play, 'ruth', 'Ruth');
    const claire = come(play, 'claire', 'Claire');
    expect(play.says(ruth, { type: 'begin' })).toEqual({ ok: false, refusal: 'no-presenter' });
    expect(play.room(ruth).you.seats[0].can).toContain('begin');
    play.lead({ type: 'choosePresenter', seat: play.seat(claire) });
    play.begin();
    expect(play.session).toMatchObject({ door: 'closed', course: { begun: [0] } });
  });

  it('[TM6] ends 14 days after its opening, or its date, and is empty for as long as it likes before', () => {
    for (const ahead of [null, 3 * DAY, 300 * DAY]) {
      const play = new Play('online60', true, [], ahead);
      const ruth = come(play, 'ruth', 'Ruth');
      play.wait(MINUTE).disconnect(ruth);
      play.wait((ahead ?? 0) + UNOPENED_FOR - MINUTE - 1).tick();
      expect(play.session.status).toBe('made');
      expect(play.wait(1).tick().session.status).toBe('ended');
    }
  });

  it('[TM6] once begun ends when it has been empty for two hours, whatever its date', () => {
    const play = new Play('online60', true, [], DAY);
    const ruth = come(play, 'ruth', 'Ruth');
    play.begin().disconnect(ruth);
    expect(play.wait(2 * HOUR).tick().session.status).toBe('ended');
  });
});

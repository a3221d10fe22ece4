import { describe, expect, it } from 'vitest';
import { seatsOn } from '../session/roster.ts';
import { fullCircle } from '../testing/play.ts';
import { later, MINUTE, SECOND } from '../vocabulary.ts';

/** A discussion in which Claire sits back. */
const back = () => {
  const all = fullCircle();
  all.play.to('discussion');
  const comeIn = () => all.play.room(all.claire).you.seats[0].comeIn;
  const turn = () => all.play.session.course.turn;
  return { ...all, comeIn, turn };
};

describe('"I need to come in"', () => {
  it('[PR1, LD4] goes from asked to seen, is nobody else’s, and comes true where nobody leads', () => {
    const { play, ruth, tomas, claire, mei, comeIn } = back();
    expect([comeIn(), play.room(mei).you.seats[0].comeIn]).toEqual(['none', null]);
    play.says(claire, { type: 'askToComeIn' });
    expect(comeIn()).toBe('asked');
    play.lead({ type: 'seeAsk' });
    expect([comeIn(), play.room(mei).you.seats[0].comeIn]).toEqual(['seen', null]);
    for (const line of [ruth, tomas]) play.disconnect(line);
    play.wait(30 * SECOND);
    expect(comeIn()).toBe('now');
    expect(play.says(claire, { type: 'comeIn' }).ok).toBe(true);
    expect([comeIn(), play.room(claire).you.may.microphone]).toEqual([null, true]);
  });

  it('[PR1] stands while others come and go, and goes with its presenter, also where that is undone', () => {
    const { play, ruth, tomas, claire, samir, mei, turn } = back();
    play.says(claire, { type: 'askToComeIn' });
    play.says(samir, { type: 'leave' });
    play.lead({ type: 'remove', seat: play.seat(mei) });
    expect(play.room(ruth).leader?.ask).toMatchObject({ seat: play.seat(claire), seen: false });
    play.rested().lead({ type: 'next', turn: turn() });
    play.says(claire, { type: 'leave' });
    expect(play.says(tomas, { type: 'undo', turn: turn() }).ok).toBe(true);
    expect([play.room(ruth).course.kind, play.session.course.ask]).toEqual(['discussion', null]);
  });
});

describe('whoever leads on', () => {
  it('[LD2] is told to all, with the moment from which they do', () => {
    const { play, ruth, tomas, samir, mei } = back();
    play.backUp(mei);
    for (const line of [ruth, tomas]) play.disconnect(line);
    const at = later(play.now, 30 * SECOND);
    const leading = () => play.room(samir).places.flatMap(({ name, leads }) => (leads ? [name] : []));
    const byLink = leading();
    expect(byLink).toHaveLength(2);
    play.wait(30 * SECOND - 1);
    expect([play.room(samir).notices, leading()]).toEqual([[], byLink]);
    play.wait(MINUTE);
    expect(play.room(samir).notices).toEqual([{ type: 'leadsOn', seat: play.seat(mei), at }]);
    expect(play.room(samir).session.leaderless).toBe(false);
    const name = play.session.seats.find(({ seat }) => seat === play.seat(mei))?.name;
    expect(leading()).toEqual([...byLink, name]);
    play.connect(tomas);
    expect([play.room(samir).notices, leading()]).toEqual([[], byLink]);
  });
});

describe('sitting apart', () => {
  it('[SI5] is of a presenter who is there, and who shares a camera with somebody', () => {
    const { play, claire } = back();
    const apart = { type: 'sitApart', apart: true } as const;
    expect(play.lead(apart)).toEqual({ ok: false, refusal: 'nothing-to-do' });
    play.says(claire, { type: 'leave' });
    expect(play.lead(apart)).toEqual({ ok: false, refusal: 'no-presenter' });
    play.connect(claire);
    play.lead({ type: 'remove', seat: play.seat(claire) });
    expect(play.lead(apart)).toEqual({ ok: false, refusal: 'no-presenter' });
  });

  it('[SI4] a person of a site who is let in at another device leaves no other browser of theirs waiting', () => {
    const { play } = fullCircle();
    const answer = play.askTogether('open', 'York', ['Ola', 'Ben']);
    const york = answer.ok ? answer.result.line! : expect.fail(answer.refusal);
    play.lead({ type: 'admit', line: york, answer: 'letIn' });
    play.connect(york);
    const [ola] = seatsOn(play.session, york).map(({ seat }) => seat);
    const other = play.enter('open', 'Ola');
    const stranger = play.enter('open', 'Eve');
    const admitted = play.lead({ type: 'admit', line: other, answer: 'letIn', seat: ola! });
    expect(admitted.ok && admitted.events.map(({ type }) => type)).toEqual(['seatMoved']);
    expect(play.session.lines[stranger]?.state).toBe('waiting');
    expect(seatsOn(play.session, other).map(({ name, site }) => [name, site])).toEqual([['Ola', '']]);
    expect(seatsOn(play.session, york).map(({ name }) => name)).toEqual(['Ben']);
  });
});

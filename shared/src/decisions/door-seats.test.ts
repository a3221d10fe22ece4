import { describe, expect, it } from 'vitest';
import { fullCircle, Play } from '../testing/play.ts';
import { emptySession } from '../session/session.ts';
import { step } from '../step.ts';
import { HOUR, type InvitationId, type LineId, type SeatId } from '../vocabulary.ts';
import { waitingLines } from '../session/roster.ts';

const guests = Array.from({ length: 20 }, (_, n) => `guest-${n}`);

/** Twelve members, and the places of two leaders: the inner ring is full. */
const full = () => {
  const play = new Play('case45', true, guests);
  play.connect(play.enter('ruth', 'Ruth'));
  const lines = guests.slice(0, 12).map((name) => play.enter(name, name));
  lines.forEach((line) => play.connect(line));
  return { play, lines };
};

describe('who comes in together', () => {
  it('[DR14] early arrivals of one name are told apart', () => {
    const play = new Play('case45', true, ['anna', 'other-anna']);
    play.enter('anna', 'Anna');
    play.enter('other-anna', 'Anna');
    play.enter('ruth', 'Ruth');
    expect(play.session.seats.map((seat) => seat.name)).toEqual(['Ruth', 'Anna', 'Anna (2)']);
  });

  it('[DR14] people let in at the next phase are told apart', () => {
    const { play } = fullCircle();
    for (let n = 0; n < 2; n += 1)
      play.lead({ type: 'admit', line: play.enter('open', 'Anna'), answer: 'nextPhase' });
    play.to('call');
    expect(play.session.seats.map((seat) => seat.name).slice(-2)).toEqual(['Anna', 'Anna (2)']);
  });

  it('[DR14] one personal link makes one seat, from however many browsers one came early', () => {
    const play = new Play('case45', true, ['anna']);
    const first = play.enter('anna', 'Anna');
    const second = play.enter('anna', 'Anna');
    const ruth = play.enter('ruth', 'Ruth');
    expect(play.session.seats).toHaveLength(2);
    expect([play.view(first)?.kind, play.view(second)?.kind]).toEqual(['over', 'room']);
    const third = play.enter('anna', 'Anna');
    expect(play.view(third)?.kind).toBe('door');
    play.says(ruth, { type: 'admit', line: third, answer: 'letIn' });
    expect(play.session.seats).toHaveLength(2);
    expect([play.view(second)?.kind, play.view(third)?.kind]).toEqual(['over', 'room']);
  });

  it('[DR14] early arrivals fill no more than the places there are; the others wait on', () => {
    const play = new Play('case45', true, guests);
    guests.forEach((name) => play.enter(name, name));
    play.enter('ruth', 'Ruth');
    expect(play.session.seats).toHaveLength(13);
    expect(waitingLines(play.session)).toHaveLength(8);
  });

  it('[DR14] a full circle keeps out no leader and no observer, and twelve observers fill the outer ring', () => {
    const { play } = full();
    expect(play.view(play.enter('tomas', 'Tomás'))?.kind).toBe('room');
    const letIn = (name: string) =>
      play.lead({ type: 'admit', line: play.enter('watch', name), answer: 'letIn' });
    const let12 = Array.from({ length: 12 }, (_, n) => letIn(`Lars ${n}`).ok);
    expect(let12.every(Boolean)).toBe(true);
    expect(letIn('Otto')).toMatchObject({ refusal: 'too-many' });
    expect(play.session.seats).toHaveLength(26);
  });

  it('[DR14] a leader’s link keeps a place until it is taken back, and none is made that would have none', () => {
    const { play } = full();
    const late = play.enter('open', 'Late');
    const letIn = () => play.lead({ type: 'admit', line: late, answer: 'letIn' });
    const fresh = (name: string) => ({
      ...{ invitation: `inv-${name}` as InvitationId, hash: `hash-${name}` },
      ...({ kind: 'leader', role: 'coLeader', name } as const),
    });
    expect(letIn()).toMatchObject({ refusal: 'too-many' });
    expect(play.lead({ type: 'addInvitation', ...fresh('ida') })).toMatchObject({ refusal: 'too-many' });
    const tomas = 'inv-tomas' as InvitationId;
    play.lead({ type: 'revokeInvitation', invitation: tomas });
    expect(letIn().ok).toBe(true);
    const renew = { type: 'renewInvitation', invitation: tomas, hash: 'hash-new' } as const;
    expect(play.lead(renew)).toMatchObject({ refusal: 'too-many' });
    play.lead({ type: 'remove', seat: play.seat(late) });
    expect(play.lead(renew).ok).toBe(true);
    expect(play.view(play.enter('new', 'Tomás'))?.kind).toBe('room');
  });

  it('[DR14] fifteen leaders’ links open no session', () => {
    const play = new Play();
    const link = (n: number) => ({
      ...{ invitation: `inv-${n}` as InvitationId, hash: `hash-${n}` },
      ...({ kind: 'leader', role: 'leader', name: 'R' } as const),
    });
    const open = (count: number) =>
      step(
        emptySession,
        {
          type: 'open',
          ...{ id: play.session.id, group: 'G', protocol: play.session.protocol },
          invitations: Array.from({ length: count }, (_, n) => link(n)),
        },
        { by: { kind: 'door' }, now: play.now, fresh: () => 'media' },
      );
    expect([open(14).ok, open(15).ok]).toEqual([true, false]);
  });

  it('[DR14] a leader frees a place that somebody left', () => {
    const { play, lines } = full();
    const late = play.enter('open', 'Late');
    expect(play.lead({ type: 'admit', line: late, answer: 'letIn' })).toMatchObject({ refusal: 'too-many' });
    play.says(lines[0]!, { type: 'leave' });
    expect(play.lead({ type: 'admit', line: late, answer: 'letIn' })).toMatchObject({ refusal: 'too-many' });
    expect(play.lead({ type: 'remove', seat: play.seat(lines[0]!) }).ok).toBe(true);
    expect(play.lead({ type: 'admit', line: late, answer: 'letIn' }).ok).toBe(true);
    expect(play.connect(lines[0]!)).toMatchObject({ refusal: 'removed' });
  });

  it('[DR14] whoever finds no place by a link of their own waits at the open door, and leaders read that none is free', () => {
    const { play, lines } = full();
    const late = play.enter('guest-15', 'Late');
    expect(play.view(late)).toMatchObject({ kind: 'door', door: 'open', reason: 'by-name' });
    const [ruth] = play.session.seats;
    const waiting = () => play.room(ruth!.line).leader?.waiting;
    expect(waiting()).toMatchObject([{ line: late, lacks: 1 }]);
    play.lead({ type: 'remove', seat: play.seat(lines[0]!) });
    expect(waiting()).toMatchObject([{ line: late, lacks: 0 }]);
    expect(play.lead({ type: 'admit', line: late, answer: 'letIn' }).ok).toBe(true);
    expect(play.view(late)?.kind).toBe('room');
  });

  it('[DR11] a kept place is open to its owner when there is no free one', () => {
    const { play, lines } = full();
    expect(play.view(play.enter('guest-15', 'Too many'))).toMatchObject({ kind: 'door' });
    play.says(lines[0]!, { type: 'leave' });
    play.says(lines[1]!, { type: 'leave' });
    expect(play.connect(lines[0]!, 'new page').ok).toBe(true);
    expect(play.view(lines[0]!)?.kind).toBe('room');
    const other = play.enter('guest-1', 'guest-1');
    expect(play.lead({ type: 'admit', line: other, answer: 'letIn' }).ok).toBe(true);
    expect(play.view(other)?.kind).toBe('room');
    expect(play.session.tookOver).toBeNull();
  });

  it('[DR8] who waits for the place of somebody removed is sent away', () => {
    const play = new Play('case45', true, ['anna']);
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    const anna = play.enter('anna', 'Anna');
    const other = play.enter('anna', 'Anna');
    play.lead({ type: 'remove', seat: play.seat(anna) });
    expect(play.view(other)).toMatchObject({ kind: 'over', reason: 'removed' });
    expect(play.lead({ type: 'admit', line: other, answer: 'letIn' })).toMatchObject({
      refusal: 'no-such-person',
    });
  });

  it('[TM6] who only waits at the door does not keep a session alive', () => {
    const play = new Play();
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    play.begin().connect(play.enter('open', 'Bert'));
    play.disconnect(ruth);
    expect(play.wait(2 * HOUR).tick().session.status).toBe('ended');
  });
});

describe('somebody of the open link who changes device', () => {
  const back = () => {
    const circle = fullCircle();
    const { play, claire, samir } = circle;
    play.to('discussion');
    play.disconnect(claire);
    const line = play.enter('open', 'Claire');
    play.connect(line);
    return { ...circle, line, letIn: { type: 'admit', line, answer: 'letIn' } as const, there: samir };
  };

  it('[DR17] takes their place over, and the presenter sitting back stays silent on it', () => {
    const { play, ruth, claire, line, letIn } = back();
    const seat = play.seat(claire);
    expect(play.room(ruth).leader?.waiting[0]?.mayBe).toEqual([seat]);
    const seats = play.session.seats.length;
    expect(play.lead({ ...letIn, seat }).ok).toBe(true);
    expect(play.session.seats).toHaveLength(seats);
    expect(play.room(line)).toMatchObject({
      presenter: seat,
      you: { seats: [{ seat }], may: { microphone: false } },
    });
    expect(play.view(claire)).toMatchObject({ kind: 'over', reason: 'moved' });
    expect(play.connect(claire)).toMatchObject({ refusal: 'moved' });
  });

  it('[DR17] takes no place at which somebody is, of a personal link, of another role, or removed', () => {
    const play = new Play('case45', true, ['anna']);
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    const letIn = (line: LineId, seat?: SeatId) =>
      play.lead({ type: 'admit', line, answer: 'letIn', ...(seat === undefined ? {} : { seat }) });
    const come = (link: string) => {
      const line = play.enter(link, 'Anna');
      if (play.view(line)?.kind === 'door') letIn(line);
      return line;
    };
    const [anna, lars, here, gone] = [come('anna'), come('watch'), come('open'), come('open')];
    play.connect(here);
    const removed = play.seat(gone);
    play.lead({ type: 'remove', seat: removed });
    const line = play.enter('open', 'Anna');
    expect(play.room(ruth).leader?.waiting[0]?.mayBe).toEqual([]);
    for (const seat of [...[anna, lars, here].map((one) => play.seat(one)), removed, play.seat(ruth)])
      expect(letIn(line, seat)).toMatchObject({ refusal: 'no-such-seat' });
    play.disconnect(here);
    expect(letIn(line, play.seat(here)).ok).toBe(true);
  });

  it('[DR17] only lets in to a place: no other answer names one, and members are not told of it', () => {
    const { play, claire, there, line } = back();
    const seat = play.seat(claire);
    for (const answer of ['nextPhase', 'notToday'] as const)
      expect(play.lead({ type: 'admit', line, answer, seat })).toMatchObject({ refusal: 'no-such-seat' });
    expect(JSON.stringify(play.room(there))).not.toContain('mayBe');
  });
});

import { describe, expect, it } from 'vitest';
import { nextAlarm } from '../session/timer.ts';
import { Play } from '../testing/play.ts';
import { DAY, HOUR, MINUTE, SECOND, type LineId } from '../vocabulary.ts';
import { look } from './look.ts';

/** A session for tomorrow that a leader looks into; Anna has come much too early. */
const early = ({ led = true } = {}) => {
  const play = new Play('online60', true, ['anna', 'bert'], DAY);
  const date = play.session.startsAt!;
  const ruth = play.enter('ruth', 'Ruth');
  play.connect(ruth);
  if (!led) {
    play.disconnect(ruth);
    play.wait(MINUTE);
  }
  const anna = play.enter('anna', 'Anna');
  play.connect(anna);
  return { play, date, ruth, anna, untilDoor: () => date - 15 * MINUTE - play.now };
};
const shown = (play: Play, line: LineId) => {
  const view = play.view(line);
  return view?.kind === 'door' ? view.reason : view?.kind;
};

describe('the door of a session with a date', () => {
  it('[DR18] lets nobody in by itself before its time, and says when the session begins', () => {
    const { play, date, anna } = early();
    expect(play.view(anna)).toMatchObject({
      kind: 'door',
      reason: 'too-early',
      startsAt: date,
      endsAt: date + HOUR,
      opensAt: date - 15 * MINUTE,
    });
    expect(look(play.session, 'hash-bert', play.now)).toMatchObject({
      led: true,
      startsAt: date,
      endsAt: date + HOUR,
      opensAt: date - 15 * MINUTE,
    });
  });

  it('[DR18] lets in who waited when its time has come, by itself and once', () => {
    const { play, anna, untilDoor } = early();
    play.wait(untilDoor() - 1).tick();
    expect(shown(play, anna)).toBe('too-early');
    expect(nextAlarm(play.session, play.now)).toBe(play.now + 1);
    play.wait(1).tick();
    expect(shown(play, anna)).toBe('room');
    expect(look(play.session, 'hash-bert', play.now)).toMatchObject({ opensAt: null });
    expect(shown(play, play.enter('bert', 'Bert'))).toBe('room');
    const events = play.log.length;
    expect(nextAlarm(play.session, play.now)).not.toBe(play.now);
    play.tick();
    expect(play.log).toHaveLength(events);
  });

  it('[DR18] at its time opens for nobody where nobody leads; then with the leader who comes', () => {
    const { play, ruth, anna, untilDoor } = early({ led: false });
    play.wait(untilDoor()).tick();
    expect(shown(play, anna)).toBe('no-leader-yet');
    play.connect(ruth);
    expect(shown(play, anna)).toBe('room');
  });

  it('[DR18] comes back with no leader before its time', () => {
    const { play, ruth, anna } = early({ led: false });
    play.wait(HOUR).connect(ruth);
    expect(shown(play, anna)).toBe('too-early');
  });

  it('[DR18] that leaders have closed stays closed at its time, and opening it again lets in nobody who waits', () => {
    const { play, anna, untilDoor } = early();
    play.lead({ type: 'closeDoor' });
    play.wait(untilDoor()).tick();
    play.lead({ type: 'openDoor' });
    play.wait(SECOND).tick();
    expect(shown(play, anna)).toBe('by-name');
    play.begin().to('call');
    expect(shown(play, anna)).toBe('by-name');
    expect(play.lead({ type: 'admit', line: anna, answer: 'letIn' }).ok).toBe(true);
  });

  it('[DR18] works from Begin on, where that comes first', () => {
    for (const how of ['begin', 'next'] as const) {
      const { play, anna } = early();
      play.lead(how === 'begin' ? { type: 'begin' } : { type: 'next', turn: 0 });
      expect(shown(play, anna)).toBe('room');
      expect(shown(play, play.enter('bert', 'Bert'))).toBe('room');
    }
  });

  it('[DR18] is no bar to leaders, who let in whom they like at any time', () => {
    const { play, anna } = early();
    const guest = play.enter('open', 'Guest');
    expect(shown(play, guest)).toBe('too-early');
    for (const line of [anna, guest]) play.lead({ type: 'admit', line, answer: 'letIn' });
    expect([shown(play, anna), shown(play, guest)]).toEqual(['room', 'room']);
    expect(shown(play, play.enter('tomas', 'Tomás'))).toBe('room');
  });

  it('[DR4] "at the next phase" before its time means with Begin', () => {
    const { play } = early();
    const guest = play.enter('open', 'Guest');
    play.lead({ type: 'admit', line: guest, answer: 'nextPhase' });
    expect(shown(play, guest)).toBe('next-phase');
    play.begin();
    expect(shown(play, guest)).toBe('room');
  });

  it('[DR4] "at the next phase" waits for it also where the time of the door comes first', () => {
    const { play, anna, untilDoor } = early();
    play.lead({ type: 'admit', line: anna, answer: 'nextPhase' });
    play.wait(untilDoor()).tick();
    expect(shown(play, anna)).toBe('next-phase');
    play.begin();
    expect(shown(play, anna)).toBe('room');
  });

  it('[DR18] of one who waits in two browsers, one comes in', () => {
    const { play, anna, untilDoor } = early();
    const other = play.enter('anna', 'Anna');
    play.lead({ type: 'admit', line: other, answer: 'nextPhase' });
    play.wait(untilDoor()).tick();
    expect([shown(play, anna), shown(play, other)]).toEqual(['room', 'next-phase']);
  });

  it('[DR18] of one who asked days before and closed the page, the browser comes in at which they are', () => {
    for (const when of ['time', 'begin'] as const) {
      const { play, anna, untilDoor } = early();
      play.disconnect(anna);
      const laptop = play.enter('anna', 'Anna');
      play.connect(laptop);
      if (when === 'time') play.wait(untilDoor()).tick();
      else play.begin();
      expect([shown(play, laptop), play.view(anna)]).toMatchObject([
        'room',
        { kind: 'over', reason: 'moved' },
      ]);
    }
  });

  it('[DR18, SI2] a browser that stays at the door when its owner has a place asks for that place', () => {
    const { play, ruth, anna, untilDoor } = early();
    const phone = play.enter('anna', 'Anna');
    play.wait(untilDoor()).tick();
    expect(shown(play, anna)).toBe('room');
    expect(play.room(ruth).leader?.waiting).toMatchObject([{ line: phone, forSeat: play.seat(anna) }]);
    expect(shown(play, phone)).toBe('other-browser');
  });

  it('[DR4] "at the next phase" in two browsers lets in the one whose page is there', () => {
    const { play, anna } = early();
    const later = play.enter('anna', 'Anna');
    for (const line of [anna, later]) play.lead({ type: 'admit', line, answer: 'nextPhase' });
    play.begin();
    expect(shown(play, anna)).toBe('room');
  });
});

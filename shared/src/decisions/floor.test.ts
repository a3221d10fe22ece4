import { describe, expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';

describe('hands and the floor', () => {
  it('[FL1] in a protected presentation a member speaks only with the floor', () => {
    const { play, samir, mei } = fullCircle();
    play.to('presentation');
    play.says(samir, { type: 'raiseHand' });
    play.says(mei, { type: 'raiseHand' });
    expect(play.room(samir).places.find((one) => one.line === mei)?.hand).toBe(2);
    expect(play.room(samir).you).toMatchObject({ may: { microphone: false }, why: 'floor' });
    play.lead({ type: 'giveFloor', seat: play.seat(samir) });
    expect(play.room(samir).you.may.microphone).toBe(true);
    expect(play.room(mei).you.may.microphone).toBe(false);
    play.lead({ type: 'takeFloor', seat: play.seat(samir) });
    expect(play.room(samir).you.may.microphone).toBe(false);
  });

  it('[FL1] a given floor, a hand and an opened voice end with the step', () => {
    const { play, samir, mei } = fullCircle();
    play.to('presentation');
    play.says(mei, { type: 'raiseHand' });
    play.lead({ type: 'giveFloor', seat: play.seat(samir) });
    play.lead({ type: 'openVoice', part: 'outer', voice: 'open' });
    play.to('questions').to('presentation');
    expect(play.session.course).toMatchObject({ floor: [], hands: [], voices: {} });
    expect(play.room(samir).you.may.microphone).toBe(false);
  });

  it('[FL1] hands come in their order: who lowers theirs goes out of it, and nobody raises one twice', () => {
    const { play, samir, mei, lars } = fullCircle();
    play.to('presentation');
    const hands = () => play.session.course.hands;
    const refused = (refusal: string) => ({ ok: false, refusal });
    expect(play.says(mei, { type: 'lowerHand' })).toEqual(refused('nothing-to-do'));
    for (const line of [samir, mei]) play.says(line, { type: 'raiseHand' });
    expect(play.says(mei, { type: 'raiseHand' })).toEqual(refused('nothing-to-do'));
    expect(hands()).toEqual([play.seat(samir), play.seat(mei)]);
    expect(play.says(samir, { type: 'lowerHand' }).ok).toBe(true);
    expect(hands()).toEqual([play.seat(mei)]);
    expect(play.room(samir).places.find((one) => one.line === mei)?.hand).toBe(1);
    play.lead({ type: 'giveFloor', seat: play.seat(mei) });
    expect([hands(), play.says(mei, { type: 'raiseHand' })]).toEqual([[], refused('nothing-to-do')]);
    expect(play.lead({ type: 'giveFloor', seat: play.seat(mei) })).toEqual(refused('nothing-to-do'));
    expect(play.lead({ type: 'giveFloor', seat: play.seat(lars) })).toEqual(refused('not-allowed'));
    expect(play.says(lars, { type: 'raiseHand' })).toEqual(refused('wrong-phase'));
  });

  it('[FL3] leaders open or close the voice of members or observers for the running step', () => {
    const { play, samir, lars } = fullCircle();
    play.to('discussion');
    play.lead({ type: 'openVoice', part: 'outer', voice: 'open' });
    play.lead({ type: 'openVoice', part: 'member', voice: 'none' });
    expect(play.room(lars).you.may.microphone).toBe(true);
    expect(play.room(samir).you).toMatchObject({ may: { microphone: false }, why: 'phase' });
    play.to('presentation').lead({ type: 'openVoice', part: 'member', voice: 'open' });
    expect(play.room(samir).you.may.microphone).toBe(true);
    play.lead({ type: 'openVoice', part: 'member', voice: 'none' });
    expect(play.room(samir).you.why).toBe('floor');
  });
});

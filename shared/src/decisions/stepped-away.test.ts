import { describe, expect, it } from 'vitest';
import { presenterOf, stepOf } from '../session/roster.ts';
import { fullCircle } from '../testing/play.ts';

describe('whoever has stepped out', () => {
  it('[LD6, SO1] is no other leader for whom one may step down', () => {
    const { play, ruth, tomas } = fullCircle();
    play.says(tomas, { type: 'stepOut' });
    expect(play.room(ruth).you.seats[0].can).not.toContain('stepDown');
    expect(play.says(ruth, { type: 'stepDown' })).toMatchObject({ refusal: 'nobody-else-leads' });
    play.says(tomas, { type: 'stepIn' });
    expect(play.says(ruth, { type: 'stepDown' }).ok).toBe(true);
  });

  it('[LD7, SO1] is no backup who is there, and is asked before they lead', () => {
    const { play, mei } = fullCircle();
    play.backUp(mei);
    play.says(mei, { type: 'stepOut' });
    play.lead({ type: 'handOn', seat: play.seat(mei) });
    expect(play.room(mei).you.seats[0]).toMatchObject({ leads: false, handedBy: play.session.handing?.by });
  });

  it('[PR21, SO2] as the presenter is not there for the return, where the case is closed gently', () => {
    const { play, claire } = fullCircle();
    play.to('discussion').says(claire, { type: 'stepOut' });
    expect(play.lead({ type: 'closeCase', turn: play.session.course.turn }).ok).toBe(true);
    expect([stepOf(play.session).kind, presenterOf(play.session)]).toEqual(['closing', null]);
  });

  it('[SO1] raises no hand and is given no floor before they are back', () => {
    const { play, mei } = fullCircle();
    play.to('presentation').says(mei, { type: 'stepOut' });
    expect(play.room(mei).you.seats[0].can).not.toContain('raiseHand');
    const no = { refusal: 'not-allowed' };
    expect(play.says(mei, { type: 'raiseHand' })).toMatchObject(no);
    expect(play.lead({ type: 'giveFloor', seat: play.seat(mei) })).toMatchObject(no);
    play.says(mei, { type: 'stepIn' });
    expect(play.says(mei, { type: 'raiseHand' }).ok).toBe(true);
  });
});

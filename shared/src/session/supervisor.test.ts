import { describe, expect, it } from 'vitest';
import { fullCircle } from '../testing/play.ts';
import type { InvitationId } from '../vocabulary.ts';
import { belongsToDebrief } from './leadership.ts';

const supervised = () => {
  const circle = fullCircle();
  circle.play.lead({ type: 'openDoor' });
  const lena = circle.play.enter('lena', 'Lena');
  circle.play.connect(lena);
  return { ...circle, lena };
};

describe('a supervisor', () => {
  it('[LD9] sits in the outer ring, in the voice of that ring, and everybody sees that they supervise', () => {
    const { play, lena, lars, mei } = supervised();
    const place = () => play.room(mei).places.find(({ seat }) => seat === play.seat(lena));
    expect(place()).toMatchObject({ role: 'supervisor', sits: 'row' });
    expect(play.room(mei).ears).toContain(play.seat(lena));
    for (const kind of ['arrive', 'call', 'presentation', 'discussion', 'closing'] as const) {
      play.to(kind);
      expect(play.room(lena).you.may).toEqual(play.room(lars).you.may);
    }
  });

  it('[LD9] neither presents nor is a backup, and has no rights of leaders', () => {
    const { play, lena } = supervised();
    const no = { ok: false, refusal: 'not-a-leaders-place' };
    expect(play.lead({ type: 'choosePresenter', seat: play.seat(lena) })).toEqual(no);
    expect(play.lead({ type: 'nameBackup', seat: play.seat(lena) })).toEqual(no);
    expect(play.says(lena, { type: 'offerCase' })).toEqual(no);
    expect(play.says(lena, { type: 'hold' })).toEqual({ ok: false, refusal: 'not-leader' });
  });

  it('[LD9] comes by a link of their own, never by one for many or by a leader’s', () => {
    const { play } = supervised();
    const add = (kind: 'leader' | 'personal' | 'open') =>
      play.lead({
        ...{ type: 'addInvitation', role: 'supervisor', name: null, kind },
        ...{ invitation: `inv-new-${kind}` as InvitationId, hash: `new-${kind}` },
      });
    expect([add('leader'), add('open')]).toEqual([
      { ok: false, refusal: 'not-allowed' },
      { ok: false, refusal: 'not-allowed' },
    ]);
    expect(add('personal').ok).toBe(true);
  });

  it('[LD9] belongs to the debrief, as leaders do', () => {
    const { play } = supervised();
    const there = play.session.seats.filter(belongsToDebrief);
    expect(there.map(({ name }) => name)).toEqual(['Ruth', 'Tomás', 'Lena']);
  });
});

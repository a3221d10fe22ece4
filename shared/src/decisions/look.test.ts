import { describe, expect, it } from 'vitest';
import { fullCircle, Play } from '../testing/play.ts';
import { later, MINUTE, type InvitationId } from '../vocabulary.ts';
import { look } from './look.ts';

const at = (play: Play, link: string) => look(play.session, `hash-${link}`, play.now);

describe('what a link says before anybody comes in', () => {
  it('[DR8, DR10] opens nothing once it is taken back, over, or its owner was removed', () => {
    const { play } = fullCircle();
    const lena = play.enter('lena', 'Lena');
    expect(at(play, 'nothing')).toBe('unknown-link');
    play.lead({ type: 'remove', seat: play.seat(lena) });
    expect(at(play, 'lena')).toBe('removed');
    play.lead({ type: 'revokeInvitation', invitation: 'inv-lena' as InvitationId });
    expect(at(play, 'lena')).toBe('revoked-link');
    play.lead({ type: 'endSession' });
    play.wait(MINUTE).tick();
    expect([at(play, 'lena'), at(play, 'open')]).toEqual(['over', 'over']);
  });

  it('[DR4] is shut for a person who was told "not today", until they have another link', () => {
    const { play } = fullCircle();
    play.lead({ type: 'closeDoor' });
    const lena = play.enter('lena', 'Lena');
    expect(play.lead({ type: 'admit', line: lena, answer: 'notToday' }).ok).toBe(true);
    expect(at(play, 'lena')).toBe('not-today');
    play.lead({ type: 'renewInvitation', invitation: 'inv-lena' as InvitationId, hash: 'hash-new' });
    expect([at(play, 'lena'), at(play, 'new')]).toMatchObject(['unknown-link', { name: 'lena' }]);
    expect(at(play, 'open')).toMatchObject({ kind: 'open' });
  });

  it('[DR1, DR8] an open link is nobody’s, whoever came by it and whatever became of them', () => {
    const { play, claire } = fullCircle();
    expect(at(play, 'open')).toMatchObject({ kind: 'open', role: 'member', name: null, taken: false });
    play.lead({ type: 'remove', seat: play.seat(claire) });
    expect(at(play, 'open')).toMatchObject({ kind: 'open', taken: false, led: true, door: 'open' });
  });

  it('[DR5] says whether somebody sits there with it now', () => {
    const { play, ruth } = fullCircle();
    expect([at(play, 'ruth'), at(play, 'lena')]).toMatchObject([{ taken: true }, { taken: false }]);
    play.disconnect(ruth);
    expect(at(play, 'ruth')).toMatchObject({ taken: false, kind: 'leader', role: 'leader', name: 'ruth' });
  });

  it('[DR2, DR18] names who leads: as they came, else as on their link; and the times of its date', () => {
    const play = new Play('case45', true, ['ola'], 60 * MINUTE);
    const startsAt = later(play.now, 60 * MINUTE);
    expect(at(play, 'ola')).toMatchObject({
      ...{ leaders: ['ruth', 'tomas'], led: false, group: 'Thursday group', name: 'ola', startsAt },
      opensAt: later(startsAt, -15 * MINUTE),
    });
    play.connect(play.enter('ruth', 'Ruth Weiss'));
    play.lead({ type: 'revokeInvitation', invitation: 'inv-tomas' as InvitationId });
    const unnamed = { kind: 'leader', role: 'coLeader', name: null } as const;
    const invitation = 'inv-new' as InvitationId;
    expect(play.lead({ type: 'addInvitation', invitation, hash: 'hash-new', ...unnamed }).ok).toBe(true);
    play.wait(45 * MINUTE);
    expect(at(play, 'ola')).toMatchObject({ leaders: ['Ruth Weiss'], led: true, opensAt: null });
  });
});

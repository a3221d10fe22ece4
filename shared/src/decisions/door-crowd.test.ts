import { describe, expect, it } from 'vitest';
import { fullCircle, Play } from '../testing/play.ts';
import { MINUTE } from '../vocabulary.ts';
import { waitingLines } from '../session/roster.ts';

describe('links, and how many may wait by them', () => {
  it('[DR9] at most 50 wait, and who is long gone gives way', () => {
    const { play } = fullCircle();
    for (let n = 0; n < 50; n += 1) play.connect(play.enter('open', `Guest ${n}`));
    expect(play.ask('open', 'One more')).toMatchObject({ refusal: 'door-full' });
    play.disconnect(waitingLines(play.session)[0]!.line);
    expect(play.wait(2 * MINUTE).ask('open', 'One more').ok).toBe(true);
    expect(waitingLines(play.session)).toHaveLength(50);
  });

  it('[DR9] who fills the open link shuts out nobody with a personal link', () => {
    const play = new Play('case45', true, ['anna', 'bert']);
    const ruth = play.enter('ruth', 'Ruth');
    play.connect(ruth);
    play.enter('anna', 'Anna');
    play.lead({ type: 'closeDoor' });
    play.connect(play.enter('anna', 'Anna'));
    for (let n = 0; n < 50; n += 1) play.connect(play.enter('open', `Guest ${n}`));
    expect(play.ask('watch', 'One more')).toMatchObject({ refusal: 'door-full' });
    expect(play.view(play.enter('bert', 'Bert'))).toMatchObject({ reason: 'door-closed' });
    expect(play.view(play.enter('anna', 'Anna'))).toMatchObject({ reason: 'other-browser' });
  });

  it('[DR10] renewing a link turns away who waits by it, and nobody else', () => {
    const { play } = fullCircle();
    const [guest, other] = [play.enter('open', 'Guest'), play.enter('watch', 'Other')];
    const { invitation } = play.session.invitations.find((one) => one.hash === 'hash-open')!;
    play.lead({ type: 'renewInvitation', invitation, hash: 'hash-new' });
    expect(play.view(guest)).toMatchObject({ kind: 'over', reason: 'revoked-link' });
    expect(play.view(other)).toMatchObject({ kind: 'door' });
    expect(play.view(play.enter('new', 'Guest'))).toMatchObject({ kind: 'door' });
  });

  it('[DR9] one personal link does not fill the door', () => {
    const play = new Play('case45', true, ['anna']);
    for (let n = 0; n < 4; n += 1) play.connect(play.enter('anna', 'Anna'));
    expect(play.ask('anna', 'Anna')).toMatchObject({ refusal: 'door-full' });
    expect(play.ask('open', 'Bert').ok).toBe(true);
    play.disconnect(waitingLines(play.session)[0]!.line);
    expect(play.wait(2 * MINUTE).ask('anna', 'Anna').ok).toBe(true);
    expect(waitingLines(play.session)).toHaveLength(5);
  });

  it('[DR10] links can be added, renewed and revoked; the last leader’s link stays', () => {
    const { play } = fullCircle();
    const hash = 'new-hash';
    const renew = {
      type: 'renewInvitation',
      invitation: play.session.invitations[2]!.invitation,
      hash,
    } as const;
    expect(play.lead(renew).ok).toBe(true);
    expect(play.ask('open', 'Anna')).toMatchObject({ refusal: 'unknown-link' });
    const of = (n: number) => play.session.invitations[n]!.invitation;
    const waiting = play.enter('watch', 'Lars');
    expect(play.lead({ type: 'revokeInvitation', invitation: of(3) }).ok).toBe(true);
    expect(play.view(waiting)).toMatchObject({ reason: 'revoked-link' });
    expect(play.ask('watch', 'Lars')).toMatchObject({ refusal: 'revoked-link' });
    expect(play.lead({ type: 'revokeInvitation', invitation: of(1) }).ok).toBe(true);
    expect(play.lead({ type: 'revokeInvitation', invitation: of(0) })).toMatchObject({
      refusal: 'not-a-leaders-place',
    });
  });
});

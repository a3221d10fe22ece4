import { useState } from 'react';
import type { InvitationId, Role } from '@tele-balint/shared/vocabulary';
import { cleanName } from '@tele-balint/shared/session/names';
import { say } from '../../state/announce.ts';
import { t } from '../../text/leader-text.ts';
import { freshId, freshSecret, hashOf, linkOf } from '../../links/links.ts';
import { makeOnce } from '../../connection/once.ts';
import type { Run } from '../../connection/use-command.ts';

export type FreshLink = { readonly link: string; readonly name: string };
export type LinkKind = 'member' | 'observer' | 'supervisor' | 'open';

const PLACE = {
  member: { kind: 'personal', role: 'member' },
  observer: { kind: 'personal', role: 'observer' },
  supervisor: { kind: 'personal', role: 'supervisor' },
  open: { kind: 'open', role: 'member' },
} as const satisfies Record<LinkKind, { readonly kind: 'personal' | 'open'; readonly role: Role }>;

/**
 * Links are put together here: the server gets the hash and never the link. Shown once.
 * @param roomSecret its bytes; without them nothing is to be asked here
 */
export function useFreshLink(run: Run, sessionId: string, roomSecret: string | null) {
  const [once] = useState(makeOnce);
  const [fresh, setFresh] = useState<FreshLink | null>(null);
  const show = (secret: string, name: string) => {
    if (roomSecret === null) return;
    setFresh({ link: linkOf(location.origin, { sessionId, secret, roomSecret }), name });
    say(`${t('leader.freshLink', { name: name || t('leader.linkOpen') })} ${t('leader.shownOnce')}`);
  };

  const make = async (kind: LinkKind, name: string): Promise<boolean> => {
    const secret = freshSecret();
    const invitation = freshId() as InvitationId;
    const hash = await hashOf(secret);
    const shown = kind === 'open' ? null : cleanName(name).slice(0, 60) || null;
    const accepted = await run({ type: 'addInvitation', invitation, hash, name: shown, ...PLACE[kind] });
    if (accepted) show(secret, shown ?? '');
    return accepted;
  };
  const remake = async (invitation: InvitationId, name: string): Promise<void> => {
    const secret = freshSecret();
    const hash = await hashOf(secret);
    if (await run({ type: 'renewInvitation', invitation, hash })) show(secret, name);
  };
  // Each link has secrets of its own, so that two presses would be two links.
  const add = (kind: LinkKind, name: string) => once(`${kind} ${name}`, () => make(kind, name));
  const renew = (invitation: InvitationId, name: string) =>
    once(`renew ${invitation}`, () => remake(invitation, name));
  return { fresh, add, renew, forget: () => setFresh(null) };
}

import type { InvitationView } from '@tele-balint/shared/view/leader';
import { type LeaderKey, t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { NewLink } from './NewLink.tsx';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';
import { useFreshLink } from './use-fresh-link.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Drawer.module.css';

const STATE = {
  fresh: 'leader.linkFresh',
  used: 'leader.linkUsed',
  revoked: 'leader.linkRevoked',
} as const satisfies Record<InvitationView['state'], LeaderKey>;

const titleOf = ({ kind, name, role }: InvitationView): string =>
  name ?? (kind === 'open' ? t('leader.linkOpen') : t(`role.${role}`));

type Props = Lead & { readonly roomSecret: () => string | null };

/** Every link with what can be done to it, and the making of new ones. */
export function LinkMaking({ view, leader, run, roomSecret }: Props) {
  const { fresh, add, renew, forget } = useFreshLink(run, view.session.id, roomSecret());
  const makes = roomSecret() !== null;
  const words = { no: t('leader.copyLink'), yes: t('copy.yes'), failed: t('copy.failed') };
  return (
    <div className={layout.close}>
      {fresh ? (
        <Notice
          look="pine"
          icon="check"
          actions={
            <>
              <CopyButton text={fresh.link} label={t('leader.copyLink')} words={words} />
              <Button size="small" look="bare" onClick={forget}>
                {t('leader.linkDone')}
              </Button>
            </>
          }
        >
          <p>
            <b>{t('leader.freshLink', { name: fresh.name || t('leader.linkOpen') })}</b>{' '}
            {t('leader.shownOnce')}
          </p>
          <code className={css.link}>{fresh.link}</code>
        </Notice>
      ) : null}
      <ul>
        {leader.invitations.map((one) => (
          <li key={one.invitation}>
            <span className={css.who}>
              {titleOf(one)}
              <small>
                {t(`role.${one.role}`)}, {t(STATE[one.state])}
              </small>
            </span>
            {makes && may(view, 'renewInvitation') ? (
              <Button
                size="small"
                look="bare"
                aria-label={t('leader.renewFull', { name: titleOf(one) })}
                onClick={() => void renew(one.invitation, titleOf(one))}
              >
                {t('leader.renew')}
              </Button>
            ) : null}
            {may(view, 'revokeInvitation') && one.state !== 'revoked' ? (
              <Button
                size="small"
                look="bare"
                aria-label={t('leader.revokeFull', { name: titleOf(one) })}
                onClick={() => void run({ type: 'revokeInvitation', invitation: one.invitation })}
              >
                {t('leader.revoke')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {makes ? null : <p className={prose.hint}>{t('leader.linksNeedOwn')}</p>}
      {makes && may(view, 'addInvitation') ? <NewLink onAdd={add} /> : null}
    </div>
  );
}

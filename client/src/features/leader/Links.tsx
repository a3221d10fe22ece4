import { lazy, useState } from 'react';
import { LaterDialog } from '../../LaterDialog.tsx';
import { t } from '../../text/leader-text.ts';
import type { Lead } from './lead.ts';

// Few leaders make links during a session, so it is fetched when they look.
const LinkMaking = lazy(() => import('./LinkMaking.tsx').then((part) => ({ default: part.LinkMaking })));

type Props = Lead & { readonly roomSecret: () => string | null };

/** All links of the session. Their secrets are known to nobody but who made them. */
export function Links(props: Props) {
  const [opened, setOpened] = useState(false);
  const { leader } = props;
  return (
    <section>
      <details onToggle={() => setOpened(true)}>
        <summary>
          {t('leader.links')} <span>{t('leader.linksCount', { count: leader.invitations.length })}</span>
        </summary>
        {opened ? (
          <LaterDialog onClose={() => setOpened(false)}>
            <LinkMaking {...props} />
          </LaterDialog>
        ) : null}
      </details>
    </section>
  );
}

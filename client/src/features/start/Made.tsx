import { useId } from 'react';
import { linkOf } from '../../session/links.ts';
import { type StartKey, t } from '../../text/start-text.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Preview } from './Preview.tsx';
import { mailText } from './mail-text.ts';
import type { Draft, Plan, PlannedLink } from './start-model.ts';

const PLACE = {
  leader: 'made.leader',
  coLeader: 'made.coLeader',
  member: 'made.member',
  observer: 'made.member',
} as const satisfies Record<PlannedLink['role'], StartKey>;

const whoOf = ({ kind, name }: PlannedLink): string =>
  name ?? t(kind === 'open' ? 'made.openWho' : 'made.coLeaderWho');

/** One function for all renders, so that the focus moves only when the page appears. */
const focusOnce = (heading: HTMLElement | null) => heading?.focus();

type Props = { readonly draft: Draft; readonly plan: Plan; readonly origin: string };

/** The links, each with its own button. They are on this page and nowhere else. */
export function Made({ draft, plan, origin }: Props) {
  const ids = useId();
  const address = ({ secret }: PlannedLink) =>
    linkOf(origin, { sessionId: plan.sessionId, secret, roomSecret: plan.roomSecret });
  const own = plan.links.find(({ role }) => role === 'leader');
  const open = plan.links.find(({ kind }) => kind === 'open');
  const mail = open ? mailText(draft.group, address(open)) : '';
  const words = { no: t('copy.no'), yes: t('copy.yes'), failed: t('copy.failed') };
  return (
    <main className="page page--two page--made">
      <section className="stack" aria-labelledby={`${ids}-made`}>
        <div className="stack stack--s">
          <h2 className="title" id={`${ids}-made`} tabIndex={-1} ref={focusOnce}>
            {t('made.title')}
          </h2>
          <p className="lede">{t('made.lede')}</p>
        </div>
        <ul className="links card">
          {plan.links.map((link) => (
            <li key={link.invitation} data-kind={link.kind} data-role={link.role}>
              <span className="place">{link.kind === 'open' ? t('made.open') : t(PLACE[link.role])}</span>
              <span className="who">
                {whoOf(link)}
                <code>{address(link)}</code>
              </span>
              <CopyButton
                text={address(link)}
                label={link.kind === 'open' ? t('made.copyOpen') : t('made.copyFor', { name: whoOf(link) })}
                words={words}
              />
            </li>
          ))}
        </ul>
        <Notice icon="lock">
          <p>{t('made.warn')}</p>
        </Notice>
      </section>
      <aside className="stack" aria-label={t('made.before')}>
        <Preview draft={draft} small />
        <div className="card stack">
          <p className="field">
            <label htmlFor={`${ids}-mail`}>{t('made.mail')}</label>
            <textarea className="input" id={`${ids}-mail`} readOnly rows={9} value={mail} />
          </p>
          <div className="row">
            <CopyButton text={mail} label={t('made.mailCopy')} words={{ ...words, no: t('made.mailCopy') }} />
          </div>
        </div>
        {own ? (
          <a className="btn btn--main btn--big" href={address(own)} target="_blank" rel="noreferrer">
            {t('made.goIn')}
          </a>
        ) : null}
        <p className="hint">{t('made.kept')}</p>
      </aside>
    </main>
  );
}

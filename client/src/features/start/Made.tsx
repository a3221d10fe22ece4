import type { InvitationId } from '@tele-balint/shared/vocabulary';
import { useId } from 'react';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Preview } from './Preview.tsx';
import type { OpenedRoom } from './kept-rooms.ts';
import { addressOf, linksText, placeOf, whoOf } from './links-text.ts';
import { mailText } from './mail-text.ts';
import type { PlannedLink } from './start-model.ts';

/** One function for all renders, so that the focus moves only when the page appears. */
const focusOnce = (heading: HTMLElement | null) => heading?.focus();
const copyWords = () => ({ no: t('copy.no'), yes: t('copy.yes'), failed: t('copy.failed') });

type LinkProps = {
  readonly link: PlannedLink;
  readonly address: string;
  readonly copied: boolean;
  readonly onCopied: () => void;
};

function LinkRow({ link, address, copied, onCopied }: LinkProps) {
  return (
    <li data-kind={link.kind} data-role={link.role}>
      <span className="place">
        {placeOf(link)}
        {copied ? (
          <>
            {' '}
            <Icon name="check" small />
            <span className="vh">{t('copy.yes')}</span>
          </>
        ) : null}
      </span>
      <span className="who">
        {whoOf(link)}
        <code>{address}</code>
      </span>
      <CopyButton
        text={address}
        label={link.kind === 'open' ? t('made.copyOpen') : t('made.copyFor', { name: whoOf(link) })}
        words={copyWords()}
        onCopied={onCopied}
      />
    </li>
  );
}

type Props = {
  readonly room: OpenedRoom;
  readonly origin: string;
  readonly onCopied: (links: readonly InvitationId[]) => void;
  readonly onAnother: () => void;
};

/** The links, each with its own button. They are in this tab and nowhere else. */
export function Made({ room, origin, onCopied, onAnother }: Props) {
  const ids = useId();
  const { draft, plan, copied } = room;
  const own = plan.links.find(({ role }) => role === 'leader');
  const open = plan.links.find(({ kind }) => kind === 'open');
  const mail = open ? mailText(draft.group, addressOf(origin, plan, open)) : '';
  const words = copyWords();
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
            <LinkRow
              key={link.invitation}
              link={link}
              address={addressOf(origin, plan, link)}
              copied={copied.includes(link.invitation)}
              onCopied={() => onCopied([link.invitation])}
            />
          ))}
        </ul>
        <div className="row">
          <CopyButton
            text={linksText(origin, room)}
            label={t('made.copyAll')}
            words={{ ...words, no: t('made.copyAll') }}
            onCopied={() => onCopied(plan.links.map(({ invitation }) => invitation))}
          />
        </div>
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
            <CopyButton
              text={mail}
              label={t('made.mailCopy')}
              words={{ ...words, no: t('made.mailCopy') }}
              onCopied={() => onCopied(open ? [open.invitation] : [])}
            />
          </div>
        </div>
        {own ? (
          <a
            className="btn btn--main btn--big"
            href={addressOf(origin, plan, own)}
            target="_blank"
            rel="noreferrer"
          >
            {t('made.goIn')}
          </a>
        ) : null}
        <p className="hint">{t('made.kept')}</p>
        <div className="row">
          <Button size="small" look="bare" onClick={onAnother}>
            {t('made.another')}
          </Button>
        </div>
      </aside>
    </main>
  );
}

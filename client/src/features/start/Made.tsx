import type { InvitationId } from '@tele-balint/shared/vocabulary';
import { useId } from 'react';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Title } from '../../ui/Title.tsx';
import { Preview } from './Preview.tsx';
import type { OpenedRoom } from './kept-rooms.ts';
import { addressOf, linksText, placeOf, whoOf } from './links-text.ts';
import { mailText } from './mail-text.ts';
import type { PlannedLink } from './start-model.ts';
import button from '../../ui/Button.module.css';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Made.module.css';

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
      <span className={css.place}>
        {placeOf(link)}
        {copied ? (
          <>
            {' '}
            <Icon name="check" small />
            <span className={prose.visuallyHidden}>{t('copy.yes')}</span>
          </>
        ) : null}
      </span>
      <span className={css.who}>
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
    <main className={`${layout.page} ${css.made}`}>
      <section className={layout.stack} aria-labelledby={`${ids}-made`}>
        <div className={layout.close}>
          <Title id={`${ids}-made`} tabIndex={-1} ref={focusOnce}>
            {t('made.title')}
          </Title>
          <p className={prose.lede}>{t('made.lede')}</p>
        </div>
        <ul className={`${css.links} ${layout.card}`}>
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
        <div className={layout.row}>
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
      <aside className={layout.stack} aria-label={t('made.before')}>
        <Preview draft={draft} small />
        <div className={`${layout.card} ${layout.stack}`}>
          <p className={form.field}>
            <label htmlFor={`${ids}-mail`}>{t('made.mail')}</label>
            <textarea className={form.input} id={`${ids}-mail`} readOnly rows={9} value={mail} />
          </p>
          <div className={layout.row}>
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
            className={`${button.button} ${button.main} ${button.big}`}
            href={addressOf(origin, plan, own)}
            target="_blank"
            rel="noreferrer"
          >
            {t('made.goIn')}
          </a>
        ) : null}
        <p className={prose.hint}>{t('made.kept')}</p>
        <div className={layout.row}>
          <Button size="small" look="bare" onClick={onAnother}>
            {t('made.another')}
          </Button>
        </div>
      </aside>
    </main>
  );
}

import type { InvitationId } from '@tele-balint/shared/vocabulary';
import { type CSSProperties, useCallback, useId, useState } from 'react';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TableIcon } from '../../ui/table/TableIcon.tsx';
import { Title } from '../../ui/Title.tsx';
import type { OpenedRoom } from './kept-rooms.ts';
import { CodeSheet } from './CodeSheet.tsx';
import { LinkRow } from './LinkRow.tsx';
import { addressOf, linksText } from './links-text.ts';
import { mailText, mailTo } from './mail-text.ts';
import { type PlannedLink, protocolIn } from './start-model.ts';
import { endsAtOf, startsAtOf, weekdayOf, whenSaid } from './when-model.ts';
import button from '../../ui/Button.module.css';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Made.module.css';

/** One function for all renders, so that the focus moves only when the page appears. */
const focusOnce = (heading: HTMLElement | null) => heading?.focus();
const copyWords = () => ({ no: t('copy.no'), yes: t('copy.yes'), failed: t('copy.failed') });

type Cards = readonly { readonly link: PlannedLink; readonly address: string }[];
type Props = {
  readonly room: OpenedRoom;
  readonly origin: string;
  readonly onCopied: (links: readonly InvitationId[]) => void;
  readonly onAnother: () => void;
};

/** The links, each with its own ways to its person. They are in this tab and nowhere else. */
export function Made({ room, origin, onCopied, onAnother }: Props) {
  const ids = useId();
  const { draft, plan, copied } = room;
  const { steps, presenterWait } = protocolIn(draft);
  const own = plan.links.find(({ role }) => role === 'leader');
  const open = plan.links.find(({ kind }) => kind === 'open');
  const ownAddress = own ? addressOf(origin, plan, own) : null;
  const mail = open ? mailText(draft, open, addressOf(origin, plan, open)) : '';
  const words = copyWords();
  const [printed, setPrinted] = useState<Cards | null>(null);
  const [unprinted, setUnprinted] = useState(false);
  const printing = (links: readonly PlannedLink[]) => {
    setUnprinted(false);
    setPrinted(links.map((link) => ({ link, address: addressOf(origin, plan, link) })));
  };
  const onPrinted = useCallback((drawn: boolean) => {
    setPrinted(null);
    setUnprinted(!drawn);
  }, []);
  const startsAt = startsAtOf(draft.when);
  const endsAt = startsAt === null ? null : endsAtOf(startsAt, steps);
  const said = startsAt === null ? null : whenSaid(startsAt, endsAt, draft.when.otherZone);
  const eveningFor = (link: string) =>
    startsAt === null
      ? null
      : { sessionId: plan.sessionId, group: draft.group.trim(), startsAt, endsAt, link };
  return (
    <main className={`${layout.page} ${css.made}`} data-page="">
      {printed === null ? null : (
        <CodeSheet
          cards={printed}
          evening={[draft.group.trim(), ...(said ? [said.day, said.own] : [])].filter(Boolean).join(', ')}
          onDone={onPrinted}
        />
      )}
      <section className={layout.stack} aria-labelledby={`${ids}-made`}>
        <div className={layout.close}>
          <Title id={`${ids}-made`} tabIndex={-1} ref={focusOnce}>
            {startsAt === null ? t('made.title') : t('made.titleFor', { day: weekdayOf(startsAt) })}
          </Title>
          {said ? (
            <p className={css.when}>
              {said.day}, {said.own} {said.other ? <span className={prose.hint}>{said.other}</span> : null}
            </p>
          ) : null}
          <p className={prose.hint}>
            {t('made.lede')} {t('made.until', { dated: said ? 'yes' : 'no' })}
          </p>
        </div>
        <div className={layout.card} style={{ '--ways': startsAt === null ? 2 : 3 } as CSSProperties}>
          <p className={css.heads} aria-hidden="true">
            <span>{t('made.head.place')}</span>
            <span>{t('made.head.name')}</span>
            <span>{t('made.head.link')}</span>
            <span>{t('made.mailLinkWord')}</span>
            <span>{t('made.qrWord')}</span>
            {startsAt === null ? null : <span>{t('made.calendarWord')}</span>}
          </p>
          <ul>
            {plan.links.map((link) => {
              const address = addressOf(origin, plan, link);
              return (
                <LinkRow
                  key={link.invitation}
                  link={link}
                  address={address}
                  mail={mailTo(draft, link, address)}
                  evening={eveningFor(address)}
                  copied={copied.includes(link.invitation)}
                  onCopied={() => onCopied([link.invitation])}
                  onPrint={() => printing([link])}
                />
              );
            })}
          </ul>
          {ownAddress === null ? null : (
            <div className={`${layout.row} ${css.more}`}>
              <a
                className={`${button.button} ${button.small}`}
                href={ownAddress}
                target="_blank"
                rel="noreferrer"
                aria-describedby={`${ids}-more`}
              >
                <Icon name="plus" small />
                {t('made.add')}
              </a>
              <p id={`${ids}-more`} className={prose.hint}>
                {t('made.addText')}
              </p>
            </div>
          )}
        </div>
        <div className={layout.row}>
          <CopyButton
            text={linksText(origin, room)}
            label={t('made.copyAll')}
            words={{ ...words, no: t('made.copyAll') }}
            onCopied={() => onCopied(plan.links.map(({ invitation }) => invitation))}
          />
          <Button size="small" onClick={() => printing(plan.links.filter(({ kind }) => kind !== 'leader'))}>
            <TableIcon name="print" />
            {t('made.printAll')}
          </Button>
          <Button size="small" look="bare" onClick={onAnother}>
            {t('made.another')}
          </Button>
        </div>
        {unprinted ? <p role="alert">{t('made.scanFailed')}</p> : null}
        <Notice icon="lock">
          <p>{t('made.warn')}</p>
        </Notice>
      </section>
      <aside className={layout.stack} aria-label={t('made.before')}>
        <div className={`${layout.card} ${layout.stack}`}>
          <h3>{t('made.lookTitle')}</h3>
          <p className={prose.hint}>{t('made.lookText')}</p>
          {ownAddress === null ? null : (
            <a
              className={`${button.button} ${button.main} ${button.big}`}
              href={ownAddress}
              target="_blank"
              rel="noreferrer"
            >
              {t(startsAt === null ? 'made.goIn' : 'made.lookIn')}
            </a>
          )}
        </div>
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
        <dl className={css.facts}>
          {startsAt === null ? null : (
            <>
              <dt>{t('made.door')}</dt>
              <dd>{t('made.doorText')}</dd>
            </>
          )}
          <dt>{t('made.chair')}</dt>
          <dd>{t('made.chairText', { seconds: presenterWait, minutes: Math.floor(presenterWait / 60) })}</dd>
          <dt>{t('made.backup')}</dt>
          <dd>{t('made.backupText')}</dd>
        </dl>
      </aside>
    </main>
  );
}

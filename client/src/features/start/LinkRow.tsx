import { useId, useState } from 'react';
import type { Evening } from '../../calendar/calendar-file.ts';
import { useCalendar } from '../../calendar/use-calendar.ts';
import { t } from '../../text/start-text.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TableIcon } from '../../ui/table/TableIcon.tsx';
import { nameOf, placeOf, whoOf } from './links-text.ts';
import { ScanCode } from './ScanCode.tsx';
import type { PlannedLink } from './start-model.ts';
import button from '../../ui/Button.module.css';
import prose from '../../ui/prose.module.css';
import css from './LinkRow.module.css';

type CalendarProps = { readonly evening: Evening; readonly name: string };

function Calendar({ evening, name }: CalendarProps) {
  const { make, failed } = useCalendar(evening);
  return (
    <>
      <button
        type="button"
        className={`${button.button} ${button.small} ${css.act}`}
        aria-label={t('made.calendarFor', { name })}
        onClick={() => void make()}
      >
        <TableIcon name="calendar" />
        <span className={css.word}>{t('made.calendarWord')}</span>
      </button>
      {failed ? <span role="alert">{t('calendar.failed')}</span> : null}
    </>
  );
}

type Props = {
  readonly link: PlannedLink;
  readonly address: string;
  /** `mailto:` with this link and no other. */
  readonly mail: string;
  /** `null` where the session has no date. */
  readonly evening: Evening | null;
  readonly copied: boolean;
  readonly onCopied: () => void;
  /** Its code alone, on paper. */
  readonly onPrint: () => void;
};

/** A link, and the ways to give it to its person. */
export function LinkRow({ link, address, mail, evening, copied, onCopied, onPrint }: Props) {
  const [scans, setScans] = useState(false);
  const [byHand, setByHand] = useState(false);
  const id = useId();
  const name = nameOf(link);
  const words = { no: t('copy.no'), yes: t('copy.yes'), failed: t('copy.failed') };
  return (
    <li className={css.row} data-kind={link.kind} data-role={link.role}>
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
        {link.people ? <small>{link.people.join(', ')}</small> : null}
      </span>
      <CopyButton
        text={address}
        label={link.kind === 'open' ? t('made.copyOpen') : t('made.copyFor', { name })}
        words={words}
        onCopied={onCopied}
        onFailed={() => setByHand(true)}
      />
      <a
        className={`${button.button} ${button.small} ${css.act}`}
        href={mail}
        aria-label={t('made.mailFor', { name })}
      >
        <TableIcon name="mail" />
        <span className={css.word}>{t('made.mailLinkWord')}</span>
      </a>
      <button
        type="button"
        className={`${button.button} ${button.small} ${css.act}`}
        aria-label={t('made.qrFor', { name })}
        aria-expanded={scans}
        aria-controls={scans ? id : undefined}
        onClick={() => setScans(!scans)}
      >
        <TableIcon name="qr" />
        <span className={css.word}>{t('made.qrWord')}</span>
      </button>
      {evening ? <Calendar evening={evening} name={name} /> : null}
      {byHand ? <code className={css.address}>{address}</code> : null}
      {scans ? (
        <div className={css.below}>
          <ScanCode
            id={id}
            kind={link.kind}
            who={name}
            address={address}
            onPrint={onPrint}
            onClose={() => setScans(false)}
          />
        </div>
      ) : null}
    </li>
  );
}

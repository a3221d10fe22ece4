import { LONGEST_NOTE } from '@tele-balint/shared/longest';
import { type SyntheticEvent, useId } from 'react';
import { useStore } from 'zustand';
import { say } from '../../state/announce.ts';
import { leadingLines, letters, sendDraft } from '../../state/letters.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/leader-text.ts';
import { listed } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import type { Lead } from './lead.ts';
import { namesAt } from './use-notes.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Notes.module.css';

const send = async (event: SyntheticEvent): Promise<void> => {
  event.preventDefault();
  const sent = await sendDraft();
  if (sent === null) return;
  if (sent.got.length === 0) say(t('notes.nobody'));
  else if (sent.missed.length === 0) say(t('notes.arrived'));
  else say(t('notes.arrivedBut', { names: listed(namesAt(sent.missed)) }));
};

/** Short notes to the others who lead: sealed from page to page, and in no memory but the pages'. */
export function Notes({ view }: Pick<Lead, 'view'>) {
  const id = useId();
  const { draft, notes, leaders } = useStore(letters);
  const others = leadingLines(view).size > 0;
  // What is being written does not vanish because somebody's line breaks.
  const written = draft.text !== '';
  if (!view.sealed || (!others && !written && notes.length === 0)) return null;
  const sending = draft.state === 'sending';
  const names = namesAt(leaders);
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{t('notes.title')}</h3>
      {others && names.length === 0 ? <p className={prose.hint}>{t('notes.waits')}</p> : null}
      {(others && names.length > 0) || written ? (
        <form className={layout.close} onSubmit={(event) => void send(event)}>
          <Field
            label={names.length > 0 ? t('notes.to', { names: listed(names) }) : t('notes.title')}
            name="note"
            autoComplete="off"
            maxLength={LONGEST_NOTE}
            value={draft.text}
            readOnly={sending}
            fault={draft.state === 'nobody' ? t('notes.nobody') : null}
            onChange={({ target }) => letters.setState({ draft: { text: target.value, state: 'writing' } })}
          />
          <div className={layout.row}>
            <Button size="small" type="submit" aria-disabled={sending}>
              {t(sending ? 'notes.sending' : 'notes.send')}
            </Button>
          </div>
          <p className={prose.hint}>{t('notes.only')}</p>
        </form>
      ) : null}
      {notes.length > 0 ? (
        <ul className={css.notes} aria-label={t('notes.list')}>
          {notes.toReversed().map(({ id: key, from, text, at }) => (
            <li key={key} data-note="">
              <small>
                {from === null
                  ? t('notes.mine', { time: timeOfDay(at) })
                  : t('notes.from', { names: listed(from), time: timeOfDay(at) })}
              </small>
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

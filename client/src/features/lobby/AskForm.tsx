import { type SyntheticEvent, useState } from 'react';
import type { LookAnswer } from '@tele-balint/shared/http';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type Entry, RULES, entryFor, faultOf, toggled, whatFollows } from './lobby-model.ts';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './AskForm.module.css';

type Props = {
  readonly look: LookAnswer;
  readonly busy: boolean;
  /** A sentence from the server. */
  readonly problem: string | null;
  readonly onAsk: (entry: Entry) => void;
};

export function AskForm({ look, busy, problem, onAsk }: Props) {
  const [entry, setEntry] = useState(() => entryFor(look));
  const [tried, setTried] = useState(false);
  const fault = tried ? faultOf(entry) : null;
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const missing = faultOf(entry);
    if (missing) {
      const name = missing.field === 'name' ? 'name' : missing.rule;
      event.currentTarget.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
    } else if (!busy) onAsk(entry);
  };
  return (
    <form className={layout.stack} onSubmit={submit} noValidate>
      <div className={layout.pair}>
        <Field
          label={t('lobby.name')}
          name="name"
          autoComplete="name"
          required
          maxLength={60}
          value={entry.name}
          fault={fault?.field === 'name' ? t('lobby.nameFault') : null}
          onChange={(event) => setEntry({ ...entry, name: event.target.value })}
        />
        <Field
          label={t('lobby.profession')}
          aside={t('lobby.optional')}
          name="profession"
          autoComplete="organization-title"
          maxLength={60}
          value={entry.profession}
          onChange={(event) => setEntry({ ...entry, profession: event.target.value })}
        />
      </div>
      <fieldset className={css.rules}>
        <legend>{t('lobby.rules')}</legend>
        {RULES.map((rule) => (
          <label className={form.check} key={rule}>
            <input
              type="checkbox"
              name={rule}
              checked={entry.accepted.includes(rule)}
              onChange={() => setEntry(toggled(entry, rule))}
            />
            <span>{t(rule)}</span>
          </label>
        ))}
      </fieldset>
      {fault?.field === 'rule' ? (
        <Notice role="alert" look="brick" icon="alert">
          <p>{t('lobby.ruleFault', { rule: t(fault.rule) })}</p>
        </Notice>
      ) : null}
      {problem ? (
        <Notice role="alert" look="brick" icon="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <div className={layout.close}>
        <Button look="main" size="big" type="submit" aria-disabled={busy}>
          {t(busy ? 'lobby.asking' : 'lobby.ask')}
        </Button>
        <p className={`${prose.hint} ${css.follows}`}>{t(whatFollows(look))}</p>
      </div>
    </form>
  );
}

import { useId } from 'react';
import { t } from '../../text/text.ts';
import { type Entry, RULES, type Rule, toggled } from './lobby-model.ts';
import form from '../../ui/form.module.css';
import css from './Promises.module.css';

type TickProps = {
  readonly name: string;
  readonly text: string;
  readonly ticked: boolean;
  readonly fault: string | null;
  readonly onChange: () => void;
};

function Tick({ name, text, ticked, fault, onChange }: TickProps) {
  const id = useId();
  return (
    <label className={fault === null ? form.check : `${form.check} ${css.missing}`}>
      <input
        type="checkbox"
        name={name}
        checked={ticked}
        aria-invalid={fault === null ? undefined : true}
        aria-labelledby={`${id}-text`}
        aria-describedby={fault === null ? undefined : `${id}-fault`}
        onChange={onChange}
      />
      <span>
        <span id={`${id}-text`}>{text}</span>{' '}
        {fault === null ? null : (
          <span className={form.fault} id={`${id}-fault`}>
            {fault}
          </span>
        )}
      </span>
    </label>
  );
}

type Props = {
  readonly entry: Entry;
  /** Who agreed to the same words in this browser before ticks once for all. */
  readonly agreedBefore: boolean;
  /** The first that is missing, once somebody has tried without it. */
  readonly missing: Rule | null;
  readonly onChange: (entry: Entry) => void;
};

/** What we promise each other; each has its own tick the first time. */
export function Promises({ entry, agreedBefore, missing, onChange }: Props) {
  const all = entry.accepted.length === RULES.length;
  return (
    <fieldset className={css.rules}>
      <legend>{t('lobby.rules')}</legend>
      {agreedBefore ? (
        <>
          <ul className={css.list}>
            {RULES.map((rule) => (
              <li key={rule}>{t(rule)}</li>
            ))}
          </ul>
          <Tick
            name="all"
            text={t('lobby.allRules')}
            ticked={all}
            fault={missing === null ? null : t('lobby.allFault')}
            onChange={() => onChange({ ...entry, accepted: all ? [] : RULES })}
          />
        </>
      ) : (
        RULES.map((rule) => (
          <Tick
            key={rule}
            name={rule}
            text={t(rule)}
            ticked={entry.accepted.includes(rule)}
            fault={missing === rule ? t('lobby.ruleFault') : null}
            onChange={() => onChange(toggled(entry, rule))}
          />
        ))
      )}
    </fieldset>
  );
}

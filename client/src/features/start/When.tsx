import { useId } from 'react';
import type { Step } from '@tele-balint/shared/protocol/steps';
import { t } from '../../text/start-text.ts';
import { Field } from '../../ui/Field.tsx';
import type { Fault } from './start-model.ts';
import { endsAtOf, startsAtOf, whenSaid, type When as Filled } from './when-model.ts';
import { cityOf, regions } from './zones.ts';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './When.module.css';

type Props = {
  readonly when: Filled;
  readonly steps: readonly Step[];
  readonly fault: (field: Fault['field']) => string | null;
  readonly onChange: (change: Partial<Filled>) => void;
};

/** Now or on a day: then its time too, said again in words, and a second zone for those who live elsewhere. */
export function When({ when, steps, fault, onChange }: Props) {
  const ids = useId();
  const startsAt = startsAtOf(when);
  const said = startsAt === null ? null : whenSaid(startsAt, endsAtOf(startsAt, steps), when.otherZone);
  const zones = regions();
  return (
    <div className={layout.close} role="group" aria-labelledby={`${ids}-when`}>
      <div className={css.head}>
        <span className={form.label} id={`${ids}-when`}>
          {t('when.title')}
        </span>
        <div className={css.choice} role="radiogroup" aria-labelledby={`${ids}-when`}>
          {([false, true] as const).map((onADay) => (
            <label key={String(onADay)}>
              <input
                type="radio"
                name={`${ids}-on`}
                checked={when.onADay === onADay}
                onChange={() => onChange({ onADay })}
              />
              {t(onADay ? 'when.onADay' : 'when.now')}
            </label>
          ))}
        </div>
      </div>
      {when.onADay ? (
        <>
          <div className={css.date}>
            {(['day', 'time'] as const).map((field) => (
              <Field
                key={field}
                label={t(`when.${field}`)}
                type={field === 'day' ? 'date' : 'time'}
                required
                name={field}
                value={when[field]}
                fault={fault(field)}
                onChange={({ target }) => onChange({ [field]: target.value })}
              />
            ))}
          </div>
          {zones.length === 0 ? null : (
            <p className={form.field}>
              <label htmlFor={`${ids}-zone`}>
                {t('when.other')} <span className={form.aside}>{t('start.optional')}</span>
              </label>
              <select
                className={form.input}
                id={`${ids}-zone`}
                value={when.otherZone}
                onChange={({ target }) => onChange({ otherZone: target.value })}
              >
                <option value="">{t('when.noOther')}</option>
                {zones.map(({ name, zones: its }) => (
                  <optgroup key={name} label={name}>
                    {its.map((zone) => (
                      <option key={zone} value={zone}>
                        {cityOf(zone)}
                      </option>
                    ))}
                  </optgroup>
                ))}
              </select>
            </p>
          )}
          <p className={`${prose.hint} ${prose.num}`} role="status">
            {said
              ? t('when.said', {
                  day: said.day,
                  own: said.own,
                  has: said.other ? 'yes' : 'no',
                  other: said.other ?? '',
                })
              : null}
          </p>
        </>
      ) : null}
    </div>
  );
}

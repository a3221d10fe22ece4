import { t } from '../../text/start-text.ts';
import { FORM_ROWS, type FormId } from './start-model.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './FormChoice.module.css';

type Props = { readonly chosen: FormId; readonly onChoose: (preset: FormId) => void };

/** The forms of a session; the chosen one tells its phases with their minutes. */
export function FormChoice({ chosen, onChoose }: Props) {
  const steps = FORM_ROWS.find(({ id }) => id === chosen)?.steps ?? [];
  return (
    <fieldset className={layout.close}>
      <legend>{t('start.form')}</legend>
      <div className={css.choices}>
        {FORM_ROWS.map(({ id, short }) => (
          <label className={css.choice} key={id}>
            <input
              type="radio"
              name="form"
              value={id}
              checked={id === chosen}
              onChange={() => onChoose(id)}
            />
            <b>{t(`preset.${id}`)}</b>
            <span className={css.minutes}>{short}</span>
          </label>
        ))}
      </div>
      <ol className={`${css.steps} ${prose.hint}`} aria-label={t('start.steps')}>
        {steps.map(({ kind, minutes }) => (
          <li key={kind}>
            {t(`phase.${kind}`)} <span className={prose.num}>{minutes ?? t('start.untimed')}</span>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

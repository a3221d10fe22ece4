import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { protectsStory } from '@tele-balint/shared/protocol/presets';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { type Draft, FORM_ROWS, protocolIn, shortOf } from './start-model.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './FormChoice.module.css';

type Props = {
  readonly draft: Draft;
  /** The leaders' own, used before or just made. */
  readonly yours: NamedCourse | null;
  readonly onChoose: (change: Pick<Draft, 'course'> & Partial<Draft>) => void;
  readonly onChange: () => void;
};

type OneProps = {
  readonly value: string;
  readonly name: string;
  readonly short: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function One({ value, name, short, chosen, onChoose }: OneProps) {
  return (
    <label className={css.choice}>
      <input type="radio" name="form" value={value} checked={chosen} onChange={onChoose} />
      <b>{name}</b>
      <span className={css.minutes}>{short}</span>
    </label>
  );
}

/** The forms of a session; the chosen one tells its phases with their minutes. */
export function FormChoice({ draft, yours, onChoose, onChange }: Props) {
  const { steps } = protocolIn(draft);
  return (
    <fieldset className={`${layout.close} ${css.form}`}>
      <legend>{t('start.form')}</legend>
      <Button look="bare" size="small" className={css.change} onClick={onChange}>
        {t('start.change')}
      </Button>
      <div className={css.choices}>
        {FORM_ROWS.map(({ id, short }) => (
          <One
            key={id}
            value={id}
            name={t(`preset.${id}`)}
            short={short}
            chosen={draft.course === null && id === draft.preset}
            onChoose={() => onChoose({ preset: id, course: null })}
          />
        ))}
        {yours ? (
          <One
            value="yours"
            name={yours.name || t('start.yours')}
            short={shortOf(yours.protocol.steps)}
            chosen={draft.course !== null}
            onChoose={() => onChoose({ course: yours, protectStory: protectsStory(yours.protocol.steps) })}
          />
        ) : null}
      </div>
      <ol className={`${css.steps} ${prose.hint}`} aria-label={t('start.steps')}>
        {steps.map(({ id, kind, title, minutes }) => (
          <li key={id}>
            {title ?? t(`phase.${kind}`)} <span className={prose.num}>{minutes}</span>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { protectsStory } from '@tele-balint/shared/protocol/presets';
import type { Step } from '@tele-balint/shared/protocol/steps';
import { stripOf } from '../../state/strip.ts';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Strip } from '../../ui/Strip.tsx';
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
  readonly steps: readonly Step[];
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function One({ value, name, steps, chosen, onChoose }: OneProps) {
  return (
    <label className={css.choice}>
      <input type="radio" name="form" value={value} checked={chosen} onChange={onChoose} />
      <b>{name}</b>
      <span className={css.minutes}>{shortOf(steps)}</span>
      <span className={css.strip}>
        <Strip parts={stripOf(steps)} />
      </span>
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
        {FORM_ROWS.map((row) => (
          <One
            key={row.id}
            value={row.id}
            name={t(`preset.${row.id}`)}
            steps={row.steps}
            chosen={draft.course === null && row.id === draft.preset}
            onChoose={() => onChoose({ preset: row.id, course: null })}
          />
        ))}
        {yours ? (
          <One
            value="yours"
            name={yours.name || t('start.yours')}
            steps={yours.protocol.steps}
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

import { type FileRefusal, type NamedCourse, readCourse } from '@tele-balint/shared/protocol/course-file';
import { COURSES } from '@tele-balint/shared/protocol/courses';
import { minutesOf, protectsStory } from '@tele-balint/shared/protocol/presets';
import type { Step } from '@tele-balint/shared/protocol/steps';
import { stripOf } from '../../state/strip.ts';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { FileButton } from '../../ui/table/FileButton.tsx';
import { Strip, StripMark } from '../../ui/table/Strip.tsx';
import type { Draft } from './start-model.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './CourseChoice.module.css';

type OneProps = {
  readonly value: string;
  readonly name: string;
  readonly school: string;
  readonly steps: readonly Step[];
  readonly chosen: boolean;
  readonly onChoose: () => void;
};

function One({ value, name, school, steps, chosen, onChoose }: OneProps) {
  return (
    <label className={css.course}>
      <input type="radio" name="form" value={value} checked={chosen} onChange={onChoose} />
      <span className={css.name}>
        <b>{name}</b> <small>{school}</small>
      </span>
      <span className={css.strip}>
        <Strip parts={stripOf(steps)} />
      </span>
      <span className={css.total}>
        {minutesOf(steps)}
        <span className={prose.visuallyHidden}> {t('start.inMinutes')}</span>
      </span>
    </label>
  );
}

const GROUPS = [...new Set(COURSES.map(({ group }) => group))];
const MARKS = ['tell', 'all', 'back', 'settle'] as const;

type Props = {
  readonly draft: Draft;
  /** The leaders' own, used before or just made. */
  readonly yours: NamedCourse | null;
  readonly onChoose: (change: Pick<Draft, 'course'> & Partial<Draft>) => void;
  /** A course came from a file. */
  readonly onFile: (course: NamedCourse) => void;
  /** Opens the editor. */
  readonly onEdit: () => void;
  readonly onRefused: (refusals: readonly FileRefusal[]) => void;
};

/** All courses, by what their groups do, each with its minutes to scale. */
export function CourseChoice({ draft, yours, onChoose, onFile, onEdit, onRefused }: Props) {
  const load = async (file: File) => {
    const answer = readCourse(await file.text());
    onRefused(answer.ok ? [] : answer.refusals);
    if (answer.ok) onFile({ name: answer.name, protocol: answer.protocol });
  };
  return (
    <>
      <div className={css.head}>
        <h3>{t('start.course')}</h3>
        <span className={layout.row}>
          <Button look="bare" size="small" onClick={onEdit}>
            {t('start.change')}
          </Button>
          <FileButton label={t('start.fromFile')} look="bare" accept=".json,application/json" onFile={load} />
        </span>
      </div>
      <fieldset className={css.courses}>
        <legend className={prose.visuallyHidden}>{t('start.course')}</legend>
        {GROUPS.map((group) => (
          <div key={group} role="group" aria-label={t(`group.${group}`)}>
            <h4>{t(`group.${group}`)}</h4>
            {COURSES.filter((course) => course.group === group).map(({ id, steps }) => (
              <One
                key={id}
                value={id}
                name={t(`course.${id}`)}
                school={t(`school.${id}`)}
                steps={steps}
                chosen={draft.course === null && id === draft.preset}
                onChoose={() => onChoose({ preset: id, course: null })}
              />
            ))}
          </div>
        ))}
        {yours ? (
          <div role="group" aria-label={t('start.yours')}>
            <h4>{t('start.yours')}</h4>
            <One
              value="yours"
              name={yours.name || t('start.yourCourse')}
              school={t('start.usedLast')}
              steps={yours.protocol.steps}
              chosen={draft.course !== null}
              onChoose={() => onChoose({ course: yours, protectStory: protectsStory(yours.protocol.steps) })}
            />
          </div>
        ) : null}
        <ul className={css.key} aria-label={t('start.key.title')}>
          {MARKS.map((mark) => (
            <li key={mark}>
              <StripMark mark={mark} />
              {t(`start.key.${mark}`)}
            </li>
          ))}
        </ul>
      </fieldset>
    </>
  );
}

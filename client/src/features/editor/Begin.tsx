import { useId } from 'react';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { COURSES, type Course } from '@tele-balint/shared/protocol/courses';
import { minutesOf, protocolOf } from '@tele-balint/shared/protocol/presets';
import { t } from '../../text/editor-text.ts';
import prose from '../../ui/prose.module.css';
import css from './Begin.module.css';

type Props = { readonly protects: boolean; readonly onBegin: (protocol: NamedCourse['protocol']) => void };

const GROUPS = [...new Set(COURSES.map(({ group }) => group))];

const wordsOf = ({ id, steps }: Course): string =>
  t('editor.courseLine', { name: t(`course.${id}`), school: t(`school.${id}`), minutes: minutesOf(steps) });

/** Begins anew with one of the courses to choose from; the story stays as protected as it was. */
export function Begin({ protects, onBegin }: Props) {
  const id = useId();
  return (
    <>
      <label className={prose.visuallyHidden} htmlFor={id}>
        {t('editor.begin')}
      </label>
      <select
        className={css.begin}
        id={id}
        value=""
        onChange={({ target }) => {
          const course = COURSES.find((one) => one.id === target.value);
          if (course) onBegin(protocolOf(course.id, protects));
        }}
      >
        <option value="">{t('editor.begin')}</option>
        {GROUPS.map((group) => (
          <optgroup key={group} label={t(`group.${group}`)}>
            {COURSES.filter((course) => course.group === group).map((course) => (
              <option key={course.id} value={course.id}>
                {wordsOf(course)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </>
  );
}

import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { stripOf } from '../../state/strip.ts';
import { t } from '../../text/editor-text.ts';
import { Strip, StripMark } from '../../ui/table/Strip.tsx';
import type { EditorTable } from './editor-model.ts';
import { clockAt } from '../../state/time-of-day.ts';
import { nameOf, stayWords } from './editor-words.ts';
import css from './Paper.module.css';

type Props = { readonly course: NamedCourse; readonly table: EditorTable; readonly beginsAt: number | null };

const MARKS = ['tell', 'all', 'back', 'settle', 'pause'] as const;
const HEADS = ['from', 'step', 'minutes', 'presenter', 'member', 'outer'] as const;

/** The whole table on one sheet: shown where the page is printed, and nowhere else. */
export function Paper({ course, table, beginsAt }: Props) {
  const { protocol, name } = course;
  const { minutes, cases } = table;
  return (
    <article className={css.paper} aria-hidden="true">
      <h2>{name || t('editor.title')}</h2>
      <p>
        {t('paper.lede', {
          minutes,
          cases,
          has: beginsAt === null ? 'no' : 'yes',
          hours: `${clockAt(beginsAt, 0)} – ${clockAt(beginsAt, minutes)}`,
        })}
      </p>
      <div className={css.strip}>
        <Strip parts={stripOf(protocol.steps)} />
      </div>
      <ul className={css.key}>
        {MARKS.map((mark) => (
          <li key={mark}>
            <StripMark mark={mark} />
            {t(`mark.${mark}`)}
          </li>
        ))}
      </ul>
      <table>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head}>{t(`editor.${head}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              <td>{clockAt(beginsAt, row.from)}</td>
              <td>
                <b>{nameOf(row)}</b>
              </td>
              <td>{row.minutes ?? t('editor.asItTakes')}</td>
              <td>{row.presenter === null ? t('editor.nobody') : t(`editor.said.${row.presenter}`)}</td>
              <td>{t(`editor.said.${row.member}`)}</td>
              <td>{t(`editor.said.${row.outer}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t('paper.read')}</p>
      <p>
        {t('paper.after', {
          stay: stayWords(protocol),
          debrief: protocol.debrief ? 'yes' : 'no',
          seconds: String(protocol.presenterWait),
          minutes: Math.floor(protocol.presenterWait / 60),
        })}
      </p>
    </article>
  );
}

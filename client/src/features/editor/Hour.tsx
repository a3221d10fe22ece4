import type { StepId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/editor-text.ts';
import { minuteStyle, StripMark } from '../../ui/table/Strip.tsx';
import type { EditorTable } from './editor-model.ts';
import { clockAt } from '../../state/time-of-day.ts';
import { nameOf } from './editor-words.ts';
import css from './Hour.module.css';

type Props = { readonly table: EditorTable; readonly on: StepId | null; readonly beginsAt: number | null };

/** A name needs this share of the whole to stand over its stretch. */
const ROOM_FOR_NAME = 0.05;

/** The evening to scale, while it is edited. */
export function Hour({ table, on, beginsAt }: Props) {
  const timed = table.rows.filter(({ minutes }) => minutes !== null && minutes > 0);
  return (
    <ol className={css.hour} aria-label={t('editor.hour')}>
      {timed.map((row) => {
        const room = (row.minutes ?? 0) / table.minutes >= ROOM_FOR_NAME;
        return (
          <li
            key={row.id}
            className={row.faults.length > 0 ? css.wrong : undefined}
            style={minuteStyle(row.minutes ?? 0)}
            aria-current={row.id === on ? 'step' : undefined}
          >
            <b className={room ? undefined : css.heard}>{nameOf(row)}</b>
            <StripMark mark={row.mark} />
            <span className={room ? undefined : css.heard}>{clockAt(beginsAt, row.from)}</span>
          </li>
        );
      })}
    </ol>
  );
}

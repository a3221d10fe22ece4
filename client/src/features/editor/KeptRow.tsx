import { t } from '../../text/editor-text.ts';
import { StripMark } from '../../ui/table/Strip.tsx';
import type { EditorRow } from './editor-model.ts';
import { nameOf } from './editor-words.ts';
import { RowFaults } from './RowFaults.tsx';
import type { Change } from './use-editing.ts';
import css from './KeptRow.module.css';

type Props = { readonly row: EditorRow; readonly runs: boolean; readonly change: Change };

/** A step that is over, or runs: it is read, not changed. */
export function KeptRow({ row, runs, change }: Props) {
  return (
    <>
      <tr className={css.kept} data-step={row.id}>
        <td />
        <td>{runs ? t('ahead.now') : t('ahead.over')}</td>
        <td className={css.mark}>
          <StripMark mark={row.mark} />
        </td>
        <td colSpan={5}>{nameOf(row)}</td>
      </tr>
      {row.faults.length > 0 ? (
        <tr className={css.why}>
          <td colSpan={8}>
            <RowFaults row={row} kept change={change} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

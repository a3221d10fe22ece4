import { useId } from 'react';
import { ADDABLE } from '@tele-balint/shared/protocol/kinds';
import type { StepId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/editor-text.ts';
import { Button } from '../../ui/Button.tsx';
import { TableIcon } from '../../ui/table/TableIcon.tsx';
import type { EditorTable } from './editor-model.ts';
import { added } from './edits.ts';
import { KeptRow } from './KeptRow.tsx';
import { caseRepeated } from './remedies.ts';
import { StepRow } from './StepRow.tsx';
import type { Change } from './use-editing.ts';
import { useMoving } from './use-moving.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './StepTable.module.css';

type Props = {
  readonly table: EditorTable;
  readonly on: StepId | null;
  readonly beginsAt: number | null;
  /** Steps that are over or run: they are words, and none is put before them. */
  readonly kept?: number;
  readonly change: Change;
  readonly onFocus: (id: StepId) => void;
};

const HEADS = ['from', null, 'step', 'minutes', 'presenter', 'member', 'outer'] as const;

/** The steps, one row each, and what makes more of them. */
export function StepTable({ table, on, beginsAt, kept = 0, change, onFocus }: Props) {
  const moving = useMoving(table, beginsAt, kept, change);
  const id = useId();
  return (
    <section aria-label={t('editor.steps')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th />
            {HEADS.map((head, at) => (
              <th key={head ?? at} scope={head === null ? undefined : 'col'}>
                {head === null ? null : t(`editor.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, kept).map((row, at) => (
            <KeptRow key={row.id} row={row} runs={at === kept - 1} change={change} />
          ))}
          {table.rows.slice(kept).map((row, index) => (
            <StepRow
              key={row.id}
              row={row}
              at={index + kept}
              first={index === 0}
              last={index + kept === table.rows.length - 1}
              on={row.id === on}
              beginsAt={beginsAt}
              change={change}
              moving={moving}
              onFocus={() => onFocus(row.id)}
            />
          ))}
        </tbody>
      </table>
      <div className={`${layout.row} ${css.below}`}>
        <label className={prose.visuallyHidden} htmlFor={id}>
          {t('editor.add')}
        </label>
        <select
          className={css.add}
          id={id}
          value=""
          onChange={({ target }) => {
            const chosen = ADDABLE.find((one) => one === target.value);
            if (chosen !== undefined) change(added(chosen, on));
          }}
        >
          <option value="">{t('editor.add')}</option>
          {ADDABLE.map((one) => (
            <option key={one} value={one}>
              {t(`phase.${one}`)}
            </option>
          ))}
        </select>
        {table.cases === 0 ? null : (
          <Button look="bare" size="small" onClick={() => change(caseRepeated(kept))}>
            <TableIcon name="repeat" />
            {t('editor.repeatCase')}
          </Button>
        )}
      </div>
    </section>
  );
}

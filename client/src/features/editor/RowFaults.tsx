import { t } from '../../text/editor-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { EditorRow } from './editor-model.ts';
import { faultWords } from './editor-words.ts';
import { remedied, remedyOf } from './remedies.ts';
import type { Change } from './use-editing.ts';
import css from './RowFaults.module.css';

type Props = {
  readonly row: EditorRow;
  /** The step itself cannot be changed any more: only what adds one mends it. */
  readonly kept?: boolean;
  readonly change: Change;
};

/** What is wrong with a step, each with the press that mends it where one is enough. */
export function RowFaults({ row, kept = false, change }: Props) {
  return row.faults.map((fault) => {
    const remedy = remedyOf(fault);
    return (
      <div className={css.why} key={fault} data-fault={fault}>
        <Icon name="alert" />
        <p>{faultWords(fault)}</p>
        {remedy === null || (kept && remedy !== 'addReturn') ? null : (
          <Button size="small" onClick={() => change(remedied(row.id, remedy))}>
            {t(`editor.remedy.${remedy}`)}
          </Button>
        )}
      </div>
    );
  });
}

import type { StepId } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/editor-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { EditorTable } from './editor-model.ts';
import { clockAt } from '../../state/time-of-day.ts';
import { faultWords, nameOf } from './editor-words.ts';
import prose from '../../ui/prose.module.css';
import css from './Foot.module.css';

type Props = {
  readonly table: EditorTable;
  readonly beginsAt: number | null;
  readonly changed: boolean;
  readonly onLookAt: (id: StepId) => void;
  readonly onUndo: () => void;
  readonly onBack: () => void;
  readonly onUse: () => void;
};

/** What it comes to, what needs a look, and the way out; always in view. */
export function Foot({ table, beginsAt, changed, onLookAt, onUndo, onBack, onUse }: Props) {
  const { minutes, cases, works, wrong } = table;
  const first = table.rows.find(({ id }) => id === wrong[0]);
  const span = { from: clockAt(beginsAt, 0), to: clockAt(beginsAt, minutes) };
  return (
    <footer className={css.foot}>
      <div>
        <p className={`${prose.hint} ${prose.num} ${css.said}`} role="status">
          <b>{t('editor.total', { minutes })}</b>, {t('editor.span', span)} {t('editor.cases', { cases })}{' '}
          {works ? t('editor.works') : null}
          {table.faults.map((fault) => (
            <span key={fault}>{faultWords(fault)} </span>
          ))}
          {first ? (
            <>
              {t('editor.look', { count: wrong.length })}{' '}
              <button type="button" className={css.link} onClick={() => onLookAt(first.id)}>
                {nameOf(first)}
              </button>
            </>
          ) : null}
        </p>
        <Button look="bare" data-counts="" aria-disabled={!changed} onClick={onUndo}>
          {t('editor.undo')}
        </Button>
        <Button onClick={onBack}>{t('editor.back')}</Button>
        <Button look="main" onClick={onUse}>
          {t('editor.use')}
        </Button>
      </div>
    </footer>
  );
}

import { t } from '../../text/editor-text.ts';
import { Button } from '../../ui/Button.tsx';
import { TableIcon } from '../../ui/table/TableIcon.tsx';
import type { EditorRow } from './editor-model.ts';
import { nameOf } from './editor-words.ts';
import { removed, repeated, withCamera, withClock } from './edits.ts';
import { IconButton } from '../../ui/table/IconButton.tsx';
import type { Change } from './use-editing.ts';
import type { Moving } from './use-moving.ts';
import css from './RowMore.module.css';

type Props = {
  readonly row: EditorRow;
  readonly at: number;
  readonly first: boolean;
  readonly last: boolean;
  readonly change: Change;
  readonly move: Moving['move'];
};

type ChoiceProps<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly options: Readonly<Record<V, string>>;
  readonly onSay: (value: V) => void;
};

function Choice<V extends string>({ label, value, options, onSay }: ChoiceProps<V>) {
  const values = Object.keys(options) as V[];
  return (
    <label className={css.choice}>
      {label}
      <select value={value} onChange={({ target }) => onSay(target.value as V)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {options[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What is rarely changed of a step. */
export function RowMore({ row, at, first, last, change, move }: Props) {
  const { id } = row;
  const name = nameOf(row);
  return (
    <div className={css.more}>
      {row.presenter === null ? null : (
        <Choice
          label={t('editor.camera')}
          value={row.camera}
          options={{ open: t('editor.camera.open'), none: t('editor.camera.none') }}
          onSay={(camera) => change(withCamera(id, camera))}
        />
      )}
      <Choice
        label={t('editor.clock')}
        value={row.memberClock}
        options={{ soft: t('editor.clock.soft'), none: t('editor.clock.none') }}
        onSay={(clock) => change(withClock(id, clock))}
      />
      <span className={css.acts}>
        <IconButton
          icon="up"
          label={t('editor.up', { name })}
          aria-disabled={first}
          onClick={() => move(id, at - 1)}
        />
        <IconButton
          icon="down"
          label={t('editor.down', { name })}
          aria-disabled={last}
          onClick={() => move(id, at + 1)}
        />
        <Button size="small" aria-label={t('editor.repeatOf', { name })} onClick={() => change(repeated(id))}>
          <TableIcon name="repeat" />
          {t('editor.repeat')}
        </Button>
        <Button size="small" aria-label={t('editor.removeOf', { name })} onClick={() => change(removed(id))}>
          <TableIcon name="bin" />
          {t('editor.remove')}
        </Button>
      </span>
    </div>
  );
}

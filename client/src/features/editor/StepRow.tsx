import type { DragEvent } from 'react';
import { t } from '../../text/editor-text.ts';
import { StripMark } from '../../ui/table/Strip.tsx';
import { oneMinute, type EditorRow } from './editor-model.ts';
import { clockAt } from '../../state/time-of-day.ts';
import { nameOf } from './editor-words.ts';
import { withMinutes, withPresenter, withTitle, withVoice } from './edits.ts';
import { IconButton } from '../../ui/table/IconButton.tsx';
import { RowFaults } from './RowFaults.tsx';
import { RowMore } from './RowMore.tsx';
import { Said } from './Said.tsx';
import { TypedMinutes, TypedName } from './Typed.tsx';
import type { Change } from './use-editing.ts';
import type { Moving } from './use-moving.ts';
import css from './StepRow.module.css';

const VOICES = ['open', 'floor', 'none'] as const;
const PRESENTERS = [...VOICES, 'back'] as const;

type Props = {
  readonly row: EditorRow;
  readonly at: number;
  /** The first that can be moved, and the last one. */
  readonly first: boolean;
  readonly last: boolean;
  readonly on: boolean;
  readonly beginsAt: number | null;
  readonly change: Change;
  readonly moving: Moving;
  readonly onFocus: () => void;
};

/** A step of the table; the one that is focused opens what is rarely changed. */
export function StepRow({ row, at, first, last, on, beginsAt, change, moving, onFocus }: Props) {
  const { id, kind, minutes, presenter, faults } = row;
  const name = nameOf(row);
  const part = (word: 'presenter' | 'member' | 'outer') =>
    t('editor.partIn', { part: t(`editor.${word}`), name });
  const onMinutes = (said: number | null) => change(withMinutes(id, said), `minutes ${id}`);
  const look = [css.row, on && css.on, faults.length > 0 && css.bad, moving.taken === id && css.taken];
  const rowEvents = {
    onFocus,
    onKeyDown: (event: React.KeyboardEvent) => moving.onRowKey(event, id),
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      moving.dropOn(at);
    },
  };
  return (
    <>
      <tr className={look.filter(Boolean).join(' ')} data-step={id} {...rowEvents}>
        <td
          className={css.grip}
          draggable
          onDragStart={(event) => {
            // Firefox draws nothing along that carries nothing.
            event.dataTransfer.setData('text/plain', name);
            moving.drag(id);
          }}
        >
          <IconButton
            icon="drag"
            label={t('editor.grip', { name })}
            aria-pressed={moving.taken === id}
            onKeyDown={(event) => moving.onGripKey(event, id)}
          />
        </td>
        <td className={css.at}>{clockAt(beginsAt, row.from)}</td>
        <td className={css.mark}>
          <StripMark mark={row.mark} />
        </td>
        <td>
          <TypedName
            className={css.title}
            label={t('editor.titleOf', { name })}
            value={row.title ?? ''}
            placeholder={t(`phase.${kind}`)}
            onSay={(text) => change(withTitle(id, text), `title ${id}`)}
          />
        </td>
        <td>
          <span className={css.minutes}>
            <IconButton
              data-counts=""
              icon="minus"
              label={t('editor.less', { name })}
              onClick={() => onMinutes(oneMinute(row, -1))}
            />
            <TypedMinutes
              label={t('editor.minutesOf', { name })}
              value={minutes}
              placeholder={t('editor.asItTakes')}
              wrong={faults.includes('minutes') || faults.includes('long-step')}
              onSay={onMinutes}
            />
            <IconButton
              data-counts=""
              icon="plus"
              label={t('editor.more', { name })}
              onClick={() => onMinutes(oneMinute(row, 1))}
            />
          </span>
        </td>
        <td className={css.who} data-label={t('editor.presenter')}>
          {presenter === null ? (
            <span className={css.nobody}>{t('editor.nobody')}</span>
          ) : (
            <Said
              label={part('presenter')}
              value={presenter}
              choices={PRESENTERS}
              onSay={(said) => change(withPresenter(id, said))}
            />
          )}
        </td>
        {(['member', 'outer'] as const).map((one) => (
          <td className={css.who} data-label={t(`editor.${one}`)} key={one}>
            <Said
              label={part(one)}
              value={row[one]}
              choices={VOICES}
              onSay={(voice) => change(withVoice(id, one, voice))}
            />
          </td>
        ))}
      </tr>
      {on ? (
        <tr className={css.more} {...rowEvents}>
          <td colSpan={8}>
            <RowMore row={row} at={at} first={first} last={last} change={change} move={moving.move} />
          </td>
        </tr>
      ) : null}
      {faults.length > 0 ? (
        <tr className={css.why} {...rowEvents}>
          <td colSpan={8}>
            <RowFaults row={row} change={change} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

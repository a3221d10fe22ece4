import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { StepId } from '@tele-balint/shared/vocabulary';
import { say } from '../../state/announce.ts';
import { t } from '../../text/editor-text.ts';
import type { EditorTable } from './editor-model.ts';
import { clockAt } from '../../state/time-of-day.ts';
import { nameOf } from './editor-words.ts';
import { movedTo } from './edits.ts';
import type { Change } from './use-editing.ts';

export type Moving = {
  /** The step that was taken by its grip. */
  readonly taken: StepId | null;
  /** Moves a step to a place, counted from 0; the focus stays where it is. */
  readonly move: (id: StepId, to: number) => void;
  /** A step is drawn along by its grip, and dropped on the row at a place. */
  readonly drag: (id: StepId) => void;
  readonly dropOn: (at: number) => void;
  /** Alt and an arrow, anywhere in the row. */
  readonly onRowKey: (event: KeyboardEvent, id: StepId) => void;
  /** Space takes, arrows move, Space drops, Escape puts back. */
  readonly onGripKey: (event: KeyboardEvent, id: StepId) => void;
};

const WAYS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** Moving steps by keys, none before those that are kept; what has become of it is spoken. */
export function useMoving(table: EditorTable, beginsAt: number | null, kept: number, change: Change): Moving {
  const [hold, setHold] = useState<{ readonly id: StepId; readonly from: number } | null>(null);
  const [spoken, setSpoken] = useState<StepId | null>(null);
  const focused = useRef<Element | null>(null);
  const dragged = useRef<StepId | null>(null);

  // A row that is drawn at another place may lose the focus that was in it.
  useLayoutEffect(() => {
    const element = focused.current;
    focused.current = null;
    if (element instanceof HTMLElement && element.isConnected && document.activeElement !== element)
      element.focus();
  });
  useLayoutEffect(() => {
    const at = table.rows.findIndex(({ id }) => id === spoken);
    const row = table.rows[at];
    if (row === undefined) return;
    setSpoken(null);
    const from = clockAt(beginsAt, row.from);
    say(t('editor.moved', { name: nameOf(row), at: at + 1, all: table.rows.length, from }));
  }, [spoken, table, beginsAt]);

  const placeOf = (id: StepId): number => table.rows.findIndex((row) => row.id === id);
  const move = (id: StepId, to: number): void => {
    if (to < kept || to >= table.rows.length || to === placeOf(id)) return;
    focused.current = document.activeElement;
    setSpoken(id);
    change(movedTo(id, to));
  };
  const byKey = (event: KeyboardEvent, id: StepId): void => {
    const way = WAYS[event.key];
    if (way === undefined) return;
    event.preventDefault();
    move(id, placeOf(id) + way);
  };
  return {
    taken: hold?.id ?? null,
    move,
    drag: (id) => {
      dragged.current = id;
    },
    dropOn: (at) => {
      if (dragged.current !== null) move(dragged.current, at);
      dragged.current = null;
    },
    onRowKey: (event, id) => {
      if (event.altKey && !event.ctrlKey && !event.metaKey) byKey(event, id);
    },
    onGripKey: (event, id) => {
      if (event.key === ' ') {
        event.preventDefault();
        const row = table.rows[placeOf(id)];
        if (hold === null && row) say(t('editor.taken', { name: nameOf(row) }));
        setHold(hold === null ? { id, from: placeOf(id) } : null);
      } else if (event.key === 'Escape' && hold !== null) {
        move(hold.id, hold.from);
        setHold(null);
      } else if (hold?.id === id && !event.altKey) byKey(event, id);
    },
  };
}

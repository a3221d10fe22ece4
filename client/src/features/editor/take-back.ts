import type { KeyboardEvent } from 'react';

/** Ctrl+Z anywhere in what is edited: the field's own undo would take back letters that the course has taken in already. */
export const takesBack =
  (undo: () => void) =>
  (event: KeyboardEvent): void => {
    const other = event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey);
    if (event.key.toLowerCase() !== 'z' || other) return;
    event.preventDefault();
    undo();
  };

// What was, so that Ctrl+Z leads back to it: one entry for each edit, and one for a field however long it is typed in.

import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';

export type Editing = {
  readonly course: NamedCourse;
  readonly past: readonly NamedCourse[];
  /** The field that was typed in last; `null` after any other edit. */
  readonly field: string | null;
};

/** More than anybody takes back. */
const MOST_KEPT = 200;

/** A course as it is before anything was changed. */
export const opened = (course: NamedCourse): Editing => ({ course, past: [], field: null });

/**
 * After an edit; the same where it changes nothing.
 * @param field names what is typed in, so that a word is taken back as a whole
 */
export const edited = (
  editing: Editing,
  edit: (course: NamedCourse) => NamedCourse,
  field: string | null = null,
): Editing => {
  const course = edit(editing.course);
  if (course === editing.course) return editing;
  if (field !== null && field === editing.field) return { ...editing, course };
  return { course, past: [...editing.past, editing.course].slice(-MOST_KEPT), field };
};

/** Before the last edit; the same where nothing was changed. */
export const undone = (editing: Editing): Editing => {
  const course = editing.past.at(-1);
  return course === undefined ? editing : { course, past: editing.past.slice(0, -1), field: null };
};

import { useState } from 'react';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { edited, opened, undone, type Editing } from './history.ts';

export type Change = (edit: (course: NamedCourse) => NamedCourse, field?: string) => void;

export type EditingHere = {
  readonly course: NamedCourse;
  readonly changed: boolean;
  readonly change: Change;
  readonly undo: () => void;
};

/** The course as it is edited on this page. */
export function useEditing(course: NamedCourse): EditingHere {
  const [editing, setEditing] = useState<Editing>(() => opened(course));
  return {
    course: editing.course,
    changed: editing.past.length > 0,
    change: (edit, field) => setEditing((before) => edited(before, edit, field ?? null)),
    undo: () => setEditing(undone),
  };
}

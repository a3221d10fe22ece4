// The words of the editor come with it, and lead on to the names of phases.

import { courses } from './en-courses.ts';
import { editor } from './en-editor.ts';
import { words } from './en-words.ts';
import { makeText } from './make-text.ts';

const MESSAGES = { ...words, ...courses, ...editor } as const;

export type EditorKey = keyof typeof MESSAGES;

export const t = makeText<EditorKey>(MESSAGES);

// A course as a file that leaders keep: written, read and refused without a schema library, so that a browser can.

import { cleanName } from '../session/names.ts';
import { faultsOf, type Fault } from './faults.ts';
import { fileProblems, type Problem } from './course-fields.ts';
import { madeOver, PROTOCOL_SHAPE } from './older.ts';
import type { Protocol, Step } from './steps.ts';

/** What such a file is called after its name. */
export const FILE_ENDING = '.balint.json';
const FORMAT = 'tele-balint course';
/** Characters; the longest course has less than half of them. */
const LONGEST_FILE = 64 * 1024;

/** A course under a name that its leaders gave it. */
export type NamedCourse = { readonly name: string; readonly protocol: Protocol };

export type FileRefusal = {
  /** The step, counted from 1 as in the table; `null` = it concerns the whole file. */
  readonly row: number | null;
  /** The field within the row or the file, such as `over.voice.member`. */
  readonly field: string | null;
  readonly reason: 'too-large' | 'not-json' | 'not-a-course' | 'newer' | Problem['reason'] | Fault;
};

export type ReadCourse =
  ({ readonly ok: true } & NamedCourse) | { readonly ok: false; readonly refusals: readonly FileRefusal[] };

const stepWritten = ({ id, kind, minutes, title, over }: Step): Step => ({
  id,
  kind,
  minutes,
  ...(title !== undefined && { title }),
  ...(over !== undefined && { over }),
});

/** The text of a file. What the course was made from is left out: it is its leaders' own now. */
export const writeCourse = ({ name, protocol }: NamedCourse): string => {
  const { reentry, outerRing, presenterWait, leavingMinutes, debrief, steps } = protocol;
  const file = {
    format: FORMAT,
    version: PROTOCOL_SHAPE,
    name,
    reentry,
    outerRing,
    presenterWait,
    leavingMinutes,
    debrief,
    steps: steps.map(stepWritten),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
};

type Json = Readonly<Record<string, unknown>>;

const parsed = (text: string): unknown => {
  try {
    // Some editors begin a file with a mark of its encoding.
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return undefined;
  }
};

const refused = (reason: FileRefusal['reason'], field: string | null = null): ReadCourse => ({
  ok: false,
  refusals: [{ row: null, field, reason }],
});

/**
 * Reads the text of a file.
 * @returns the course under its name, made from none of those to choose from, or everything that is wrong, with its place
 */
export const readCourse = (text: string): ReadCourse => {
  if (text.length > LONGEST_FILE) return refused('too-large');
  const file = parsed(text);
  if (file === undefined) return refused('not-json');
  if (typeof file !== 'object' || file === null) return refused('not-a-course');
  const { format, version, ...written } = file as Json;
  if (format !== FORMAT) return refused('not-a-course', 'format');
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return refused('wrong-value', 'version');
  if (version > PROTOCOL_SHAPE) return refused('newer', 'version');
  let today: Json = written;
  for (let v = version; v < PROTOCOL_SHAPE; v += 1) today = madeOver(today, v);
  const problems = fileProblems(today);
  if (problems.length > 0) return { ok: false, refusals: problems };
  // Every field has been looked at.
  const { name, ...rest } = today as Json & Omit<Protocol, 'madeFrom'> & { readonly name: string };
  const protocol: Protocol = { ...rest, madeFrom: null };
  const refusals = faultsOf(protocol).map(({ at, fault }): FileRefusal => ({
    row: at === null ? null : at + 1,
    field: null,
    reason: fault,
  }));
  if (cleanName(name) !== name) refusals.push({ row: null, field: 'name', reason: 'wrong-value' });
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, name, protocol };
};

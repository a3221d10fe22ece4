// Data folders that earlier programs have written: a copy to work on, and what those programs replayed from it.

import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Group } from './group.ts';

const FIXTURES = path.join(import.meta.dirname, '..', 'log', 'fixtures');

type Json = Readonly<Record<string, unknown>>;
type OldLine = Json & { readonly line: string; readonly end: string | null };

/** The state as the programs of then had it: steps by their place, the door beside the lines. */
type OldState = Json & {
  readonly version: number;
  readonly status: 'made' | 'running' | 'ended';
  /** Of the whole session: from its first timed step on. */
  readonly clock: { readonly startedAt: number; readonly endsAt: number } | null;
  readonly protocol: {
    readonly preset: string;
    readonly steps: readonly Json[];
    readonly protectStory: boolean;
  };
  readonly course: Json & { readonly step: number; readonly left: Readonly<Record<string, number>> };
  readonly seats: readonly { readonly line: string }[];
  readonly waiting: readonly (Json & { readonly line: string })[];
  readonly lines: Readonly<Record<string, OldLine>>;
};

const idAt = (index: number): string => `s${index + 1}`;

const lineInTodaysWords = ({ end, ...held }: OldLine, { seats, waiting }: OldState): object => {
  if (end !== null) return { ...held, state: 'ended', why: end === 'elsewhere' ? 'moved' : end };
  const atDoor = waiting.find(({ line }) => line === held.line);
  if (atDoor) {
    const { name, profession, since, nextPhase, forSeat } = atDoor;
    return { ...held, state: 'waiting', people: [{ name, profession }], askedAt: since, nextPhase, forSeat };
  }
  const sits = seats.some(({ line }) => line === held.line);
  return sits ? { ...held, state: 'seated' } : { ...held, state: 'ended', why: 'over' };
};

/** The same state in the words of today. */
export const inTodaysWords = (old: OldState): object => {
  const { protocol, course, waiting: _, lines, clock, ...rest } = old;
  return {
    ...rest,
    evening: old.status === 'made' ? null : { endsAt: clock?.endsAt ?? null, floats: true },
    protocol: {
      madeFrom: protocol.preset,
      reentry: 'leaders',
      outerRing: false,
      presenterWait: 120,
      leavingMinutes: null,
      debrief: false,
      steps: protocol.steps.map((step, index) => ({
        ...step,
        id: idAt(index),
        ...(step['kind'] === 'presentation' && !protocol.protectStory
          ? { over: { voice: { member: 'open' } } }
          : {}),
      })),
    },
    course: {
      ...course,
      step: idAt(course.step),
      left: Object.fromEntries(Object.entries(course.left).map(([at, left]) => [idAt(Number(at)), left])),
    },
    lines: Object.fromEntries(Object.entries(lines).map(([id, line]) => [id, lineInTodaysWords(line, old)])),
  };
};

export type OldSession = {
  readonly group: Group;
  /** A leader's seat token. */
  readonly token?: string;
  /** The page that the leader was on. */
  readonly page?: string;
  /** What the program of then replayed; `null` where it refused the session. */
  readonly state: OldState | null;
};

export type OldData = {
  /** Milliseconds since 1970, when that program was killed. */
  readonly madeAt: number;
  readonly sessions: Readonly<Record<'running' | 'waiting' | 'late' | 'ended' | 'broken', OldSession>>;
};

/** A copy of the folder, and what it holds; `clean` removes the copy. */
export const oldData = (name: string): OldData & { readonly dir: string; readonly clean: () => void } => {
  const dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-old-'));
  cpSync(path.join(FIXTURES, name), dir, { recursive: true });
  const { madeAt, sessions } = JSON.parse(
    readFileSync(path.join(FIXTURES, name, 'expected.json'), 'utf8'),
  ) as OldData;
  return { madeAt, sessions, dir, clean: () => rmSync(dir, { recursive: true }) };
};

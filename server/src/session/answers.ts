// What accepted commands were answered, for as long as somebody may ask again with the same id.

import type { Actor } from '@tele-balint/shared/decisions/command';
import { ASKED_FOR } from '@tele-balint/shared/asked-for';
import type { Session } from '@tele-balint/shared/session/session';
import { MINUTE, type Instant, type LineId, type MediaIdentity } from '@tele-balint/shared/vocabulary';

/** What an accepted command led to; kept in the log, so that a repeated command gets it again. */
export type Result = {
  readonly line: LineId | null;
  readonly identity: MediaIdentity | null;
};

/** Milliseconds for which an answer is kept: longer than any page asks for it. */
const KEPT_FOR = ASKED_FOR + 25 * MINUTE;
/** Answers to one line: far more than a page can have on its way at once. */
export const MOST_ANSWERS = 200;

/** Without a result it was asked for too late: its press may still be on its way by a slower connection, and is never done. */
type Answer = { readonly at: Instant; readonly result: Result | null };
type Own = Map<string, Answer>;

export type Answers = {
  /**
   * What this sender's command was answered before; `null` where it is never to be done, `undefined` where it never came,
   * or too long ago.
   */
  of(sender: string, commandId: string): Result | null | undefined;
  /** Remembers one, and forgets those that nobody can ask for any more. */
  keep(sender: string, commandId: string, answer: Answer, session: Session): void;
};

const OF_A_LINE = 'line:';

/** Who sent a command, in one word. */
export const senderOf = (by: Actor): string => (by.kind === 'line' ? `${OF_A_LINE}${by.line}` : by.kind);

/** Whether a line that is still known may ask at this moment for what was answered then. */
export const mayBeAskedFor = (
  { by, at }: { readonly by: string; readonly at: number },
  { lines }: Session,
  now: number,
): boolean =>
  by.startsWith(OF_A_LINE) &&
  lines[by.slice(OF_A_LINE.length) as LineId] !== undefined &&
  now - at <= KEPT_FOR;

/** At the door an answer leads to a line, and is worth as much as that line. */
const forgetAtTheDoor = (own: Own, { lines }: Session): void => {
  for (const [id, { result }] of own) {
    const line = result?.line ?? null;
    if (line !== null && !lines[line]) own.delete(id);
  }
};

const forgetOfALine = (own: Own, now: Instant): void => {
  for (const [id, { at }] of own) {
    if (own.size <= MOST_ANSWERS && now - at <= KEPT_FOR) return;
    own.delete(id);
  }
};

/** An empty memory. */
export const createAnswers = (): Answers => {
  const bySender = new Map<string, Own>();

  const forgetLines = (lines: readonly LineId[]): void => {
    if (bySender.size <= 2 * (lines.length + 1)) return;
    const known = new Set(['door', ...lines.map((line) => senderOf({ kind: 'line', line }))]);
    for (const one of bySender.keys()) if (!known.has(one)) bySender.delete(one);
  };

  return {
    of: (sender, commandId) => bySender.get(sender)?.get(commandId)?.result,
    keep: (sender, commandId, answer, session) => {
      // What the server says to itself it never says again.
      if (sender === 'server') return;
      const own: Own = bySender.get(sender) ?? new Map();
      bySender.set(sender, own.set(commandId, answer));
      if (sender === 'door') forgetAtTheDoor(own, session);
      else forgetOfALine(own, answer.at);
      forgetLines(Object.keys(session.lines) as LineId[]);
    },
  };
};

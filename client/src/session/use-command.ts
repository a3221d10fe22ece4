import { useEffect, useState } from 'react';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import type { Ack } from '@tele-balint/shared/wire';
import { refusalText } from '../text/text.ts';
import { say } from './announce.ts';

export type Send = (command: PersonalCommand) => Promise<Ack>;
/** True if the server accepted the command. */
export type Run = (command: PersonalCommand) => Promise<boolean>;

/** A "no" is read within this time; later the room has moved on. */
const SHOWN_MS = 10_000;

/** Sends a command and hands over what became of it; a "no" is said aloud. */
export const runCommand = async (
  send: Send,
  command: PersonalCommand,
  tell: (refusal: Refusal | null) => void,
): Promise<boolean> => {
  const ack = await send(command);
  tell(ack.ok ? null : ack.refusal);
  if (!ack.ok) say(refusalText(ack.refusal), true);
  return ack.ok;
};

/** Sends commands and keeps the last "no" for a while, or until the next "yes", for a notice to show. */
export function useCommand(send: Send): { readonly run: Run; readonly refusal: Refusal | null } {
  const [no, setNo] = useState<{ readonly refusal: Refusal } | null>(null);
  useEffect(() => {
    if (no === null) return;
    const timer = setTimeout(() => setNo(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [no]);
  const run: Run = (command) =>
    runCommand(send, command, (refusal) => setNo(refusal === null ? null : { refusal }));
  return { run, refusal: no?.refusal ?? null };
}

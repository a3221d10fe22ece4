import { useEffect, useState } from 'react';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import type { Ack } from '@tele-balint/shared/wire';

export type Send = (command: PersonalCommand) => Promise<Ack>;
/** True if the server accepted the command. */
export type Run = (command: PersonalCommand) => Promise<boolean>;

/** A "no" is read within this time; later the room has moved on. */
const SHOWN_MS = 10_000;

/** Sends commands and shows the last "no" for a while, or until the next "yes". */
export function useCommand(send: Send): { readonly run: Run; readonly refusal: Refusal | null } {
  const [no, setNo] = useState<{ readonly refusal: Refusal } | null>(null);
  useEffect(() => {
    if (no === null) return;
    const timer = setTimeout(() => setNo(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [no]);
  const run: Run = async (command) => {
    const ack = await send(command);
    setNo(ack.ok ? null : { refusal: ack.refusal });
    return ack.ok;
  };
  return { run, refusal: no?.refusal ?? null };
}

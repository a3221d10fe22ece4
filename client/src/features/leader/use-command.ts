import { useState } from 'react';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import type { Ack } from '@tele-balint/shared/wire';

export type Send = (command: PersonalCommand) => Promise<Ack>;
/** True if the server accepted the command. */
export type Run = (command: PersonalCommand) => Promise<boolean>;

/** Sends commands and keeps the last "no" until the next "yes". */
export function useCommand(send: Send): { readonly run: Run; readonly refusal: Refusal | null } {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const run: Run = async (command) => {
    const ack = await send(command);
    setRefusal(ack.ok ? null : ack.refusal);
    return ack.ok;
  };
  return { run, refusal };
}

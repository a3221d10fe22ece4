import { useEffect, useState } from 'react';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import { type AnyRefusal, refusalText, t } from '../text/text.ts';
import { say } from '../state/announce.ts';
import type { Answer } from './pending.ts';

export type Send = (command: PersonalCommand, late?: () => void) => Promise<Answer>;
/** True if the server accepted the command. */
export type Run = (command: PersonalCommand) => Promise<boolean>;

/** A "no" is read within this time; later the room has moved on. */
const SHOWN_MS = 10_000;

export type Told = {
  /** What became of a command: its "no", or null. */
  readonly became: (refusal: AnyRefusal | null) => void;
  /** A command without an answer is being asked for, or is not any more. */
  readonly asks: (more: 1 | -1) => void;
};

/** No fault for who sent it: somebody else has done it already. */
type Fine = (refusal: AnyRefusal) => boolean;

/** A command that is pressed again before it is answered is one command, and is answered once. */
const under = new WeakMap<Promise<Answer>, Promise<boolean>>();

/** Sends a command and hands over what became of it; a "no" is said aloud, and so is that nothing is known yet. */
export const runCommand = (
  send: Send,
  command: PersonalCommand,
  { became, asks }: Told,
  isFine: Fine = () => false,
): Promise<boolean> => {
  let late = false;
  const answer = send(command, () => {
    late = true;
    asks(1);
    say(refusalText('asking'), true);
  });
  const answered = async (): Promise<boolean> => {
    const ack = await answer;
    if (late) asks(-1);
    const no = ack.ok || isFine(ack.refusal) ? null : ack.refusal;
    became(no);
    if (no !== null) say(refusalText(no), true);
    else if (late) say(t('command.done'));
    return ack.ok;
  };
  const known = under.get(answer) ?? answered();
  under.set(answer, known);
  return known;
};

/** Sends the commands of one press, one after the other; the first "no" that is a fault stands for all of them. */
export const runCommands = async (
  send: Send,
  commands: readonly PersonalCommand[],
  { became, asks }: Told,
  isFine: Fine,
): Promise<void> => {
  let first: AnyRefusal | null = null;
  const keep = (no: AnyRefusal | null) => (first ??= no);
  for (const command of commands)
    await runCommand(send, command, { became: keep, asks }, (no) => no === first || isFine(no));
  became(first);
};

export type Commands = {
  readonly run: Run;
  /** Several commands by one press. */
  readonly runAll: (commands: readonly PersonalCommand[], isFine: Fine) => Promise<void>;
  readonly refusal: AnyRefusal | null;
};

/** Sends commands and keeps the last "no" for a while, or until the next "yes", for a notice to show. */
export function useCommand(send: Send): Commands {
  const [no, setNo] = useState<{ readonly refusal: AnyRefusal } | null>(null);
  const [asking, setAsking] = useState(0);
  useEffect(() => {
    if (no === null) return;
    const timer = setTimeout(() => setNo(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [no]);
  const became: Told['became'] = (refusal) => setNo(refusal === null ? null : { refusal });
  const asks: Told['asks'] = (more) => setAsking((now) => now + more);
  const run: Run = (command) => runCommand(send, command, { became, asks });
  const runAll: Commands['runAll'] = (commands, isFine) =>
    runCommands(send, commands, { became, asks }, isFine);
  return { run, runAll, refusal: asking > 0 ? 'asking' : (no?.refusal ?? null) };
}

import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { CommandId } from '@tele-balint/shared/vocabulary';
import type { Ack, CommandFrame } from '@tele-balint/shared/wire';

/** A command is given up after this long without an answer, in ms. */
const PATIENCE = 10_000;

type Emit = (frame: CommandFrame, ack: (answer: Ack) => void) => void;

/**
 * Commands on their way. The same id goes out again after every reconnect until it is answered; the server
 * answers a repeated id as it did the first time, so nothing happens twice.
 */
export const makePending = (emit: Emit, isUp: () => boolean) => {
  const waiting = new Map<CommandId, { readonly frame: CommandFrame; readonly done: (ack: Ack) => void }>();
  const post = (frame: CommandFrame) => emit(frame, (ack) => waiting.get(frame.id)?.done(ack));
  return {
    send: (command: PersonalCommand): Promise<Ack> =>
      new Promise((resolve) => {
        const frame: CommandFrame = { id: crypto.randomUUID() as string as CommandId, command };
        const done = (ack: Ack) => {
          clearTimeout(timer);
          waiting.delete(frame.id);
          resolve(ack);
        };
        const timer = setTimeout(() => done({ ok: false, refusal: 'unavailable' }), PATIENCE);
        waiting.set(frame.id, { frame, done });
        if (isUp()) post(frame);
      }),
    again: (): void => {
      for (const { frame } of waiting.values()) post(frame);
    },
    /** Answers all that is on its way: what was asked has come about, or can no more. */
    settle: (): void => {
      for (const { done } of [...waiting.values()]) done({ ok: true });
    },
  };
};

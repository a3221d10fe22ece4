import { ASKED_FOR } from '@tele-balint/shared/asked-for';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { CommandId } from '@tele-balint/shared/vocabulary';
import type { Ack, CommandFrame } from '@tele-balint/shared/wire';
import type { AnyRefusal } from '../text/text.ts';
import { makeOnce } from './once.ts';

/** A command is only asked for once it has waited this long for its answer, in ms. */
const PATIENCE = 10_000;

/** What became of a command. */
export type Answer = Extract<Ack, { ok: true }> | { readonly ok: false; readonly refusal: AnyRefusal };

type Emit = (frame: CommandFrame, ack: (answer: Ack) => void) => void;
type Waiting = { frame: CommandFrame; readonly done: (answer: Answer) => void };

/**
 * Commands on their way. The same id goes out again after every reconnect until it is answered; the server
 * answers a repeated id as it did the first time, so nothing happens twice. After a while that only asks: what
 * was not done by then is not done any more, since whoever pressed may have thought of something else.
 */
export const makePending = (emit: Emit, isUp: () => boolean) => {
  const waiting = new Map<CommandId, Waiting>();
  const once = makeOnce();
  const post = ({ frame }: Waiting) => emit(frame, (ack) => waiting.get(frame.id)?.done(ack));
  const start = (command: PersonalCommand, late?: () => void): Promise<Answer> =>
    new Promise((resolve) => {
      const id = crypto.randomUUID() as string as CommandId;
      const done = (answer: Answer) => {
        clearTimeout(asking);
        clearTimeout(ending);
        waiting.delete(id);
        resolve(answer);
      };
      const sent: Waiting = { frame: { id, command }, done };
      const asking = setTimeout(() => {
        sent.frame = { ...sent.frame, late: true };
        late?.();
        if (isUp()) post(sent);
      }, PATIENCE);
      const ending = setTimeout(() => done({ ok: false, refusal: 'not-known' }), ASKED_FOR);
      waiting.set(id, sent);
      if (isUp()) post(sent);
    });
  return {
    /**
     * The same command again, while the first one is not answered, is the first one.
     * @param late called where the answer is long in coming
     */
    send: (command: PersonalCommand, late?: () => void): Promise<Answer> =>
      once(JSON.stringify(command), () => start(command, late)),
    again: (): void => {
      for (const one of waiting.values()) post(one);
    },
    /** Answers all that is on its way: what was asked has come about, or can no more. */
    settle: (): void => {
      for (const { done } of [...waiting.values()]) done({ ok: true });
    },
  };
};

// One page's connection: frames in, views out. Knows no rule of the room.

import {
  commandFrame,
  relayFrame,
  type Ack,
  type CommandFrame,
  type RelayAck,
} from '@tele-balint/shared/wire';
import type { Logger } from 'pino';
import type { Budgets } from '../budgets.ts';
import type { Registry } from '../session/registry.ts';
import { boundOutbox } from './outbox.ts';
import { Ready } from './ready.ts';
import type { LiveSocket, Who } from './socket-types.ts';

export type ConnectionPorts = {
  readonly registry: Registry;
  readonly budgets: Pick<Budgets, 'commands'>;
  readonly logger: Logger;
};

type Violation = 'shape' | 'event' | 'flood' | 'slow';

/** Serves a connection whose handshake was good. */
export const serveConnection = (
  socket: LiveSocket,
  { session, line, identity }: Who,
  { registry, budgets, logger }: ConnectionPorts,
): void => {
  const own = `${session} ${line}`;

  /** Ends the connection; the log gets what kind of wrong it was, never the content. */
  const violate = (violation: Violation): void => {
    logger.warn({ session: session.slice(0, 6), violation }, 'a connection was ended');
    socket.disconnect(true);
    // Whoever does not read does not read the farewell either.
    socket.conn.request.socket.destroy();
  };
  const outbox = boundOutbox(socket, () => violate('slow'));

  let over = false;
  /** Commands that are not answered yet. */
  let asked = 0;
  /** The connection of a place that is over closes after what was sent, and after the answer to the command that led there. */
  const closeWhenAnswered = (): void => {
    if (over && asked === 0) setImmediate(() => socket.disconnect(true));
  };

  const obey = async ({ id, command, late }: CommandFrame, ack: (answer: Ack) => void) => {
    const order = {
      command,
      by: { kind: 'line', line },
      commandId: id,
      from: identity,
      late: late === true,
    } as const;
    asked += 1;
    const outcome = await registry.handle(session, order);
    asked -= 1;
    // Without an answer the page goes on asking; what became of it the next start of this server knows.
    if (outcome.ok) ack({ ok: true });
    else if (!outcome.unsure) ack(outcome);
    closeWhenAnswered();
  };

  socket.on('command', (...parts) => {
    if (!budgets.commands.take(own)) return violate('flood');
    const [frame, ack] = parts;
    const parsed = commandFrame.safeParse(frame);
    if (!parsed.success || parts.length !== 2 || typeof ack !== 'function') return violate('shape');
    // Nobody keeps the connection of a place that is over by asking on.
    if (!over) void obey(parsed.data, ack as (answer: Ack) => void);
  });

  socket.on('relay', (...parts) => {
    const [frame, ack] = parts;
    const parsed = relayFrame.safeParse(frame);
    if (!parsed.success || parts.length !== 2 || typeof ack !== 'function') return violate('shape');
    void registry.relay(session, { line, identity }, parsed.data).then(ack as (answer: RelayAck) => void);
  });

  socket.onAny((event: unknown) => {
    if (event !== 'command' && event !== 'relay') violate('event');
  });

  const unwatch = registry.watch(session, {
    line,
    identity,
    onView: ({ kind, text }) => {
      if (over) return;
      socket.emit('view', new Ready(text));
      if (kind !== 'over') return;
      over = true;
      closeWhenAnswered();
    },
    onRelay: (envelope) => {
      if (!outbox.takesMore()) return false;
      socket.emit('relay', envelope);
      return true;
    },
  });
  socket.on('disconnect', unwatch);
};

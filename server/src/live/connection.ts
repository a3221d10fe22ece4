// One page's connection: frames in, views out. Knows no rule of the room.

import { commandFrame, relayFrame, type Ack, type CommandFrame } from '@tele-balint/shared/wire';
import type { LineId, SessionId } from '@tele-balint/shared/vocabulary';
import type { Logger } from 'pino';
import type { Budgets } from '../budgets.ts';
import type { Registry } from '../session/registry.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import type { LiveSocket, Who } from './socket-types.ts';

/** The open connections of every line, for envelopes from line to line. */
export type Lines = {
  add(session: SessionId, line: LineId, outbox: Outbox): () => void;
  of(session: SessionId, line: LineId): readonly Outbox[];
};

/** An empty list of lines. */
export const createLines = (): Lines => {
  const open = new Map<string, Set<Outbox>>();
  const keyOf = (session: SessionId, line: LineId): string => `${session} ${line}`;
  return {
    add: (session, line, outbox) => {
      const key = keyOf(session, line);
      const own = open.get(key) ?? new Set();
      open.set(key, own.add(outbox));
      return () => {
        own.delete(outbox);
        if (own.size === 0 && open.get(key) === own) open.delete(key);
      };
    },
    of: (session, line) => [...(open.get(keyOf(session, line)) ?? [])],
  };
};

export type ConnectionPorts = {
  readonly registry: Registry;
  readonly lines: Lines;
  readonly budgets: Pick<Budgets, 'commands' | 'relays' | 'relayedBytes'>;
  readonly logger: Logger;
};

type Violation = 'shape' | 'event' | 'flood' | 'slow';

/** Serves a connection whose handshake was good. */
export const serveConnection = (
  socket: LiveSocket,
  { session, line, identity }: Who,
  { registry, lines, budgets, logger }: ConnectionPorts,
): void => {
  const own = `${session} ${line}`;

  /** Ends the connection; the log gets what kind of wrong it was, never the content. */
  const violate = (violation: Violation): void => {
    logger.warn({ session: session.slice(0, 6), violation }, 'a connection was ended');
    socket.disconnect(true);
    // Whoever does not read does not read the farewell either.
    socket.conn.request.socket.destroy();
  };
  const outbox = createOutbox(socket, () => violate('slow'));

  const obey = async ({ id, command, late }: CommandFrame, ack: (answer: Ack) => void) => {
    const order = {
      command,
      by: { kind: 'line', line },
      commandId: id,
      from: identity,
      late: late === true,
    } as const;
    const outcome = await registry.handle(session, order);
    // Without an answer the page goes on asking; what became of it the next start of this server knows.
    if (outcome.ok) ack({ ok: true });
    else if (!outcome.unsure) ack(outcome);
  };

  socket.on('command', (...parts) => {
    if (!budgets.commands.take(own)) return violate('flood');
    const [frame, ack] = parts;
    const parsed = commandFrame.safeParse(frame);
    if (!parsed.success || parts.length !== 2 || typeof ack !== 'function') return violate('shape');
    void obey(parsed.data, ack as (answer: Ack) => void);
  });

  socket.on('relay', (...parts) => {
    if (!budgets.relays.take(own)) return violate('flood');
    const parsed = relayFrame.safeParse(parts[0]);
    if (!parsed.success || parts.length !== 1) return violate('shape');
    const { to, sealed } = parsed.data;
    // What somebody's line has to carry is not for others to fill.
    if (!budgets.relayedBytes.take(`${own} ${to}`, Buffer.byteLength(sealed))) return undefined;
    void registry.together(session, line, to).then((both) => {
      if (both) for (const other of lines.of(session, to)) other.send('relay', { from: line, sealed });
    });
  });

  socket.onAny((event: unknown) => {
    if (event !== 'command' && event !== 'relay') violate('event');
  });

  let over = false;
  const unwatch = registry.watch(session, {
    line,
    identity,
    onView: (view) => {
      if (over) return;
      outbox.send('view', view);
      if (view.kind !== 'over') return;
      over = true;
      // The answer to the command that led here goes out first, and the connection closes after what was sent.
      setImmediate(() => socket.disconnect(true));
    },
  });
  const leave = lines.add(session, line, outbox);
  socket.on('disconnect', () => {
    unwatch();
    leave();
  });
};

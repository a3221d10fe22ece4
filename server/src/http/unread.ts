// Whoever asks and does not read the answers must not hold what they are made of: files, memory, a connection.

import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Answers that one connection may wait for at once. Browsers, and proxies, ask for one after the other. */
const AT_ONCE = 8;
/** Milliseconds for one answer as a whole: the biggest file fits in over a line of 10 kB a second. */
const WHOLE = 60_000;
/** Milliseconds in which nothing of an answer is taken, or nothing more comes. */
export const NOTHING_MOVES = 10_000;

/** Cuts connections that ask for more than they read. */
export const boundUnread = (app: FastifyInstance): void => {
  const waiting = new WeakMap<Socket, number>();
  app.addHook('onRequest', async (request, reply) => {
    const { socket } = request.raw;
    const count = (waiting.get(socket) ?? 0) + 1;
    if (count > AT_ONCE) socket.destroy();
    // What came in one piece with others is not even looked at.
    if (socket.destroyed) return reply.hijack();
    waiting.set(socket, count);
    const late = setTimeout(() => socket.destroy(), WHOLE);
    reply.raw.once('close', () => {
      clearTimeout(late);
      waiting.set(socket, (waiting.get(socket) ?? 1) - 1);
    });
    return undefined;
  });
};

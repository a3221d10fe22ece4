import { pino, type DestinationStream, type Logger } from 'pino';
import { MINUTE } from '@tele-balint/shared/vocabulary';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';

/** Fields that never reach a log line: neither of its own, nor of an error in it, nor of what hangs on that error. */
const SECRET = ['token', 'secret', 'name', 'profession', 'group', 'auth', 'hash', 'sealed', 'organiserKey'];

/** Where the program's log goes: a reader who stands still does not hold up the rooms. */
export const createOutput = () => pino.destination(1);
/** `drain`: all that was written has arrived. */
export type LogOutput = {
  write(lines: string): unknown;
  once(event: 'drain', does: () => void): unknown;
};

/** The program's log: one line of JSON each, without names, tokens or addresses. */
export const createLogger = (level: string, to: DestinationStream): Logger => {
  const paths = [...SECRET.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]), 'req', 'res'];
  return pino({ level, base: null, redact: { paths, remove: true } }, to);
};

/** What is refused because it is too much, told together: whoever floods must not fill the log. */
const tooManyLines = () => {
  let refused = 0;
  let toldAt = -Infinity;
  return (log: Pick<FastifyBaseLogger, 'warn'>): void => {
    refused += 1;
    if (performance.now() - toldAt < MINUTE) return;
    log.warn({ refused }, 'requests were too many');
    refused = 0;
    toldAt = performance.now();
  };
};

/** One line a request, with the route's pattern: a path carries a session's id, a query may carry a token. */
export const requestLines = (app: FastifyInstance): void => {
  const tooMany = tooManyLines();
  app.addHook('onResponse', async (request, reply) => {
    if (reply.statusCode === 429) return tooMany(app.log);
    const route = request.routeOptions.url ?? 'none';
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms }, 'request');
  });
};

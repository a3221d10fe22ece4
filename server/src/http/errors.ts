// Every refusal over HTTP: a status and { refusal }, never anything from inside.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Refusal } from '@tele-balint/shared/decisions/refusals';

export type HttpRefusal = Refusal | 'bad-request' | 'too-many-tries' | 'too-many-today' | 'organiser-key';

const STATUS: Readonly<Partial<Record<HttpRefusal, number>>> = {
  'bad-request': 400,
  'organiser-key': 403,
  'unknown-link': 404,
  'revoked-link': 410,
  over: 410,
  removed: 403,
  'not-today': 403,
  'bad-date': 422,
  'too-many-tries': 429,
  'too-many-today': 429,
  unavailable: 503,
};

/** Answers with a refusal; 409 where the rules said no and no other status fits. */
export const refuse = (reply: FastifyReply, refusal: HttpRefusal): FastifyReply =>
  reply
    .code(STATUS[refusal] ?? 409)
    .header('cache-control', 'no-store')
    .send({ refusal });

/** A person who mistyped a link, and no program: they get our page, which says so in words. */
const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

/** Takes the framework's own errors into the same form; a person gets the page instead, where pages are served. */
export const plainErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ refusal: 'bad-request' });
    request.log.error({ err: error }, 'a request failed');
    return reply.code(500).send({ refusal: 'unavailable' });
  });
  app.setNotFoundHandler((request, reply) => {
    reply.code(404);
    const pages = app.hasReplyDecorator('sendFile') && wantsPage(request);
    return pages ? reply.sendFile('index.html') : reply.send({ refusal: 'bad-request' });
  });
};

// LiveKit's clients ask here why a connection failed. We answer ourselves: no presented token goes any further.

import type { FastifyInstance } from 'fastify';
import { SIGNAL } from '@tele-balint/shared/addresses';
import { type Admission, addressOf, presented, SIGNAL_PATHS } from './admission.ts';
import { listens } from './upstream.ts';

/** A Fastify plugin: 200 may join · 401 no token of ours · 403 no place any more · 503 LiveKit is away. */
export async function signalValidate(server: FastifyInstance, options: Admission): Promise<void> {
  const answer = async (url: URL, authorization: string | undefined): Promise<number> => {
    const identity = await presented(options, url, authorization);
    if (identity === null) return 401;
    if ((await options.rightsOf(identity)) === null) return 403;
    return (await listens(options.livekitUrl)) ? 200 : 503;
  };
  for (const path of SIGNAL_PATHS) {
    server.get(`${SIGNAL}/:session${path}/validate`, async (request, reply) => {
      const status = await answer(addressOf(request.raw), request.headers.authorization);
      return reply
        .code(status)
        .type('text/plain')
        .send(status === 200 ? 'success' : '');
    });
  }
  return Promise.resolve();
}

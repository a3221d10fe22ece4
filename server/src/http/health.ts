import type { FastifyInstance } from 'fastify';

/** `/healthz`: the process answers. `/readyz`: the log can be written and the media server answers. */
export const healthRoutes = (
  app: FastifyInstance,
  ready: Readonly<Record<string, () => Promise<boolean>>>,
): void => {
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    const states = await Promise.all(
      Object.entries(ready).map(async ([name, check]) => [name, await check()] as const),
    );
    const ok = states.every(([, good]) => good);
    return reply.code(ok ? 200 : 503).send({ ok, ...Object.fromEntries(states) });
  });
};

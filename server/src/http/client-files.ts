import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/**
 * Serves the built client: one page for `/` and `/s/…`, never kept by a browser; files with a hash in their name for ever.
 * Of a file with a compressed copy beside it a browser that takes that gets the copy.
 * Without a build the page says so.
 */
export const clientFiles = async (app: FastifyInstance, folder: string): Promise<void> => {
  const root = path.resolve(folder);
  if (!existsSync(path.join(root, 'index.html'))) {
    const missing = 'The pages are not built: run "npm run build".';
    app.get('/', async (_request, reply) => reply.code(503).type('text/plain').send(missing));
    app.get('/s/*', async (_request, reply) => reply.code(503).type('text/plain').send(missing));
    return;
  }
  await app.register(fastifyStatic, {
    root,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, file) => {
      const hashed = file.startsWith(path.join(root, 'assets') + path.sep);
      const kept = hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
      reply.header('cache-control', /\.html(\.br|\.gz)?$/.test(file) ? 'no-store' : kept);
    },
  });
  app.get('/', async (_request, reply) => reply.sendFile('index.html'));
  app.get('/s/*', async (_request, reply) => reply.sendFile('index.html'));
};

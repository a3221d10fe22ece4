import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { afterEach, expect, it } from 'vitest';
import { openBody, sessionIdShape } from '../shared/src/http.ts';
import { protocolOf } from '../shared/src/protocol/presets.ts';
import { openDemo } from './demo.mjs';

const servers = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

/** A server that takes one request and keeps it. */
async function listen(status) {
  const seen = {};
  const server = createServer(async (request, response) => {
    Object.assign(seen, { url: request.url, method: request.method, body: await json(request) });
    response.writeHead(status).end('no');
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { seen, origin: `http://127.0.0.1:${server.address().port}` };
}

it('a demo opens a session that the server understands and keeps the secrets in the links', async () => {
  const { seen, origin } = await listen(201);
  const lines = await openDemo(origin);
  expect(seen.method).toBe('PUT');
  sessionIdShape.parse(seen.url.replace('/api/sessions/', ''));
  const { invitations, protocol } = openBody.parse(seen.body);
  expect(protocol).toEqual(protocolOf('case45', true));
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['leader', 'member', 'member']);
  lines.forEach((line, at) => {
    const [secret, room] = line.split('#')[1].split('.');
    expect(createHash('sha256').update(secret).digest('base64url')).toBe(invitations[at].hash);
    expect(JSON.stringify(seen)).not.toContain(secret);
    expect(JSON.stringify(seen)).not.toContain(room);
  });
});

it('a demo that the server refuses says what it answered', async () => {
  const { origin } = await listen(403);
  await expect(openDemo(origin)).rejects.toThrow('403 no');
});

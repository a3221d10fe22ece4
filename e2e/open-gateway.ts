// A gateway with its door taken out: it carries everything, and only says what it carries.

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { claimsOf } from './rude.ts';

/** How an offer and a request to publish begin in a `livekit.SignalRequest`: fields 1 and 4, with a length. */
const STIRRING = [0x0a, 0x22];

export type OpenGateway = {
  /** Its origin; an empty page stands there. */
  readonly url: string;
  close(): void;
};

/**
 * @param livekit LiveKit's HTTP address
 * @param told as the real gateway tells the enforcer
 */
export async function openGateway(
  livekit: string,
  told: {
    readonly joined: (identity: string) => void;
    readonly stirred: (identity: string) => void;
  },
): Promise<OpenGateway> {
  const pages = createServer((_, answer) => answer.end('<!doctype html><title>open</title>'));
  const sockets = new WebSocketServer({ server: pages });
  sockets.on('connection', (client, { url = '', headers }) => {
    const { authorization = '' } = headers;
    const asked = new URL(url, livekit.replace('http', 'ws'));
    // Browsers name their token in the address, programs in the header.
    const token = asked.searchParams.get('access_token') ?? authorization.replace(/^Bearer /, '');
    const identity = claimsOf(token).sub ?? '';
    const upstream = new WebSocket(asked, { headers: { authorization: `Bearer ${token}` } });
    const opened = once(upstream, 'open');
    upstream.once('message', () => told.joined(identity));
    upstream.on('message', (data, binary) => client.send(data, { binary }));
    client.on('message', (data, binary) => {
      void opened.then(() => {
        upstream.send(data, { binary });
        if (STIRRING.includes((data as Buffer)[0] ?? 0)) told.stirred(identity);
      });
    });
    client.on('close', () => upstream.terminate());
    upstream.on('close', () => client.terminate());
    // `close` follows.
    for (const end of [client, upstream]) end.on('error', () => undefined);
  });
  pages.listen(0, '127.0.0.1');
  await once(pages, 'listening');
  return {
    url: `http://127.0.0.1:${(pages.address() as AddressInfo).port}`,
    close() {
      for (const client of sockets.clients) client.terminate();
      pages.close();
      pages.closeAllConnections();
    },
  };
}

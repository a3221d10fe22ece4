// A proxy before our server that keeps all that passes: addresses and headers apart from bodies and frames.

import { createServer, request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { unmasked } from './unmasked.ts';

export type Tap = {
  /** Where browsers go. */
  readonly url: string;
  /** To whom it all goes on. */
  lead(to: string): void;
  /** Requests' first lines and headers, and answers' headers. */
  heads(): Buffer;
  /** Bodies and frames, both ways, as they are without their masks. */
  contents(): Buffer;
  stop(): Promise<void>;
};

/** Compressed frames could not be searched. */
const UNSEARCHABLE = ['sec-websocket-extensions', 'accept-encoding'];

const headOf = ({ method, url, rawHeaders }: IncomingMessage): string => {
  const lines = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 && !UNSEARCHABLE.includes(name.toLowerCase()) ? [`${name}: ${rawHeaders[at + 1]}`] : [],
  );
  return [`${method} ${url} HTTP/1.1`, ...lines, '', ''].join('\r\n');
};

/** Starts it on a free port of this machine. */
export const startTap = async (): Promise<Tap> => {
  const heads: Buffer[] = [];
  const contents: Buffer[] = [];
  let target = new URL('http://127.0.0.1:9');
  const server = createServer((incoming, answer) => {
    heads.push(Buffer.from(headOf(incoming)));
    const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
    const onward = request({
      host: target.hostname,
      port: target.port,
      method: incoming.method,
      path: incoming.url,
      headers,
    });
    onward.on('response', (response) => {
      heads.push(Buffer.from(response.rawHeaders.join('\n')));
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.on('data', (chunk: Buffer) => contents.push(chunk));
      response.pipe(answer);
    });
    onward.on('error', () => answer.destroy());
    incoming.on('data', (chunk: Buffer) => contents.push(chunk));
    incoming.pipe(onward);
  });
  server.on('upgrade', (incoming, socket, rest) => {
    const onward = connect(Number(target.port), target.hostname);
    const head = headOf(incoming);
    heads.push(Buffer.from(head));
    onward.write(head);
    if (rest.length > 0) socket.unshift(rest);
    const read = unmasked((bytes) => contents.push(bytes));
    socket.on('data', read);
    onward.on('data', (chunk: Buffer) => contents.push(chunk));
    socket.pipe(onward).pipe(socket);
    const end = (): void => {
      socket.destroy();
      onward.destroy();
    };
    for (const one of [socket, onward]) one.on('error', end).on('close', end);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead: (to) => {
      target = new URL(to);
    },
    heads: () => Buffer.concat(heads),
    contents: () => Buffer.concat(contents),
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
};

// A media server that lies: real LiveKit behind a door of its own, which tells pages and our server what a test wants.

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ParticipantInfo } from '@livekit/protocol';
import { LeaveRequest, LeaveRequest_Action, SignalResponse } from '@livekit/protocol';
import { WebSocket, WebSocketServer } from 'ws';
import { claimsOf } from './rude.ts';

/** Changes the participants that somebody is told of. */
type Lie = (people: ParticipantInfo[], to: string) => ParticipantInfo[];
/** What our server is told of people, as JSON. */
type Listed = { identity?: string; tracks?: { encryption?: string }[]; participants?: Listed[] };

export type LyingMedia = {
  /** Where our server takes it for LiveKit. */
  readonly url: string;
  /** From now on; `null` is the truth. */
  lie(lie: Lie | null): void;
  /** From now on the first is taken for the second wherever a track says whose it is; `null` is the truth. */
  swap(swap: readonly [string, string] | null): void;
  /** Tells somebody at once of everybody whom they were told of, as it is told from now on. */
  tell(to: string): void;
  /** What this one was told last of somebody, as LiveKit said it. */
  truthOf(to: string, identity: string): ParticipantInfo | undefined;
  /** Ends this one's signal; its page takes it up again. */
  cut(to: string): void;
  /** Tells this one's page to begin anew. */
  sendAway(to: string): void;
  /** How often this one's signal has begun. */
  begun(to: string): number;
  /** Says of these that they are put out, or never came, and keeps them; their signal outlives our gateway's. */
  keep(identity: string): void;
  close(): void;
};

type Line = { readonly client: WebSocket; readonly truth: Map<string, ParticipantInfo> };

/** @param livekit its HTTP address */
export async function lyingMedia(livekit: string): Promise<LyingMedia> {
  const lines = new Map<string, Line>();
  const begun = new Map<string, number>();
  const kept = new Set<string>();
  let lie: Lie | null = null;
  let swap: readonly [string, string] | null = null;
  let version = 0;

  const lied = (people: readonly ParticipantInfo[], to: string): ParticipantInfo[] => {
    const copies = people.map((one) => one.clone());
    const all = lie === null ? copies : lie(copies, to);
    // Pages leave alone what is older than what they know.
    for (const one of all) one.version = version += 1;
    return all;
  };
  const isSaid = (said: SignalResponse, to: string, line: Line): SignalResponse => {
    const { message } = said;
    const remember = (people: readonly ParticipantInfo[]): void => {
      for (const one of people) line.truth.set(one.identity, one.clone());
    };
    if (message.case === 'join') {
      remember(message.value.otherParticipants);
      message.value.otherParticipants = lied(message.value.otherParticipants, to);
    }
    if (message.case === 'update') {
      remember(message.value.participants);
      message.value.participants = lied(message.value.participants, to);
    }
    if ((message.case === 'offer' || message.case === 'answer') && swap !== null)
      message.value.sdp = message.value.sdp.replaceAll(swap[0], swap[1]);
    return said;
  };

  /** Our server hears that all is sealed, and nothing of those who are kept. */
  const listed = (all: Listed): Listed => {
    for (const track of all.tracks ?? []) track.encryption = 'GCM';
    const participants = all.participants?.filter(({ identity = '' }) => !kept.has(identity)).map(listed);
    return { ...all, ...(participants && { participants }) };
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { url = '/', method = 'GET', headers } = request;
    const body = method === 'POST' ? await text(request) : '';
    const keeps = url.endsWith('/RemoveParticipant') && kept.has(JSON.parse(body).identity ?? '');
    if (keeps) return void response.setHeader('content-type', 'application/json').end('{}');
    const { authorization = '', 'content-type': type = 'application/json' } = headers;
    const asked = await fetch(new URL(url, livekit), {
      method,
      headers: { authorization, 'content-type': type },
      ...(method === 'POST' && { body }),
    });
    const said = await asked.text();
    response.writeHead(asked.status, { 'content-type': asked.headers.get('content-type') ?? 'text/plain' });
    response.end(asked.ok && method === 'POST' ? JSON.stringify(listed(JSON.parse(said) as Listed)) : said);
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(503).end());
  });

  const sockets = new WebSocketServer({ noServer: true });
  const carry = (client: WebSocket, upstream: WebSocket, to: string): void => {
    const line: Line = { client, truth: new Map() };
    lines.set(to, line);
    begun.set(to, (begun.get(to) ?? 0) + 1);
    upstream.on('message', (data: Buffer) => {
      if (client.readyState === WebSocket.OPEN)
        client.send(isSaid(SignalResponse.fromBinary(data), to, line).toBinary());
    });
    client.on('message', (data, binary) => upstream.send(data, { binary }));
    client.on('close', () => {
      if (!kept.has(to)) upstream.close();
    });
    upstream.on('close', () => client.close());
    // `close` follows.
    for (const end of [client, upstream]) end.on('error', () => undefined);
    upstream.resume();
  };
  server.on('upgrade', (request, socket, head) => {
    const asked = new URL(request.url ?? '/', livekit.replace('http', 'ws'));
    const { authorization = '' } = request.headers;
    const token = asked.searchParams.get('access_token') ?? authorization.replace(/^Bearer /, '');
    const upstream = new WebSocket(asked, { headers: { authorization: `Bearer ${token}` } });
    const refuse = (status: number): void => void socket.end(`HTTP/1.1 ${status} Refused\r\n\r\n`);
    upstream.once('unexpected-response', (_, { statusCode = 503 }) => refuse(statusCode));
    upstream.once('error', () => refuse(503));
    upstream.once('open', () => {
      upstream.pause();
      sockets.handleUpgrade(request, socket, head, (client) =>
        carry(client, upstream, claimsOf(token).sub ?? ''),
      );
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const lineOf = (to: string): Line => {
    const line = lines.get(to);
    if (line === undefined) throw new Error(`${to} has no signal`);
    return line;
  };
  const say = ({ client }: Line, message: SignalResponse['message']): void =>
    client.send(new SignalResponse({ message }).toBinary());
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lie: (now) => void (lie = now),
    swap: (now) => void (swap = now),
    tell(to) {
      const line = lineOf(to);
      const participants = lied([...line.truth.values()], to);
      say(line, { case: 'update', value: { participants } as never });
    },
    truthOf: (to, identity) => lines.get(to)?.truth.get(identity),
    cut: (to) => lineOf(to).client.terminate(),
    sendAway: (to) =>
      say(lineOf(to), {
        case: 'leave',
        value: new LeaveRequest({ action: LeaveRequest_Action.RECONNECT }),
      }),
    begun: (to) => begun.get(to) ?? 0,
    keep: (identity) => void kept.add(identity),
    close() {
      for (const client of sockets.clients) client.terminate();
      server.close();
      server.closeAllConnections();
    },
  };
}

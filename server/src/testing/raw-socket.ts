// A client that writes its own frames, and so may write wrong ones.

import { socketPath } from '@tele-balint/shared/addresses';
import { randomBytes } from 'node:crypto';
import { PROTOCOL_VERSION } from '@tele-balint/shared/protocol-version';
import type { Ack, RelayAck, RelayedFrame } from '@tele-balint/shared/wire';
import type { RoomView, View } from '@tele-balint/shared/view/view';
import { WebSocket } from 'ws';
import { until } from './until.ts';

export type RawSocket = {
  /** Everything that came, as it came. */
  readonly packets: string[];
  readonly views: View[];
  readonly relayed: RelayedFrame[];
  /** The message of a refused handshake. */
  refusal: string | null;
  connected: boolean;
  comeBack: boolean;
  closed: boolean;
  /** Sends the text of a frame as it is. */
  write(text: string | Uint8Array): void;
  /** Sends an event and waits for its ack. */
  ask<T = Ack>(event: string, ...payload: readonly unknown[]): Promise<T>;
  /** Sends a command and waits for its ack. */
  command(command: object, id?: string): Promise<Ack>;
  /** Sends an envelope to lines and waits for who got it. */
  relay(to: readonly string[], sealed: string): Promise<RelayAck>;
  room(): RoomView;
  /** Stops answering and reading, without saying so. */
  readonly ws: WebSocket;
  close(): void;
};

export const freshId = (): string => randomBytes(18).toString('base64url');

export type Knock = {
  readonly session: string;
  readonly token: string;
  readonly sit?: boolean;
  readonly page?: string;
  readonly version?: number;
  readonly origin?: string;
  /** The session in the address; that of the handshake unless said otherwise. */
  readonly addressed?: string;
  /** What a caller, and the proxies on the way, say of where it comes from. */
  readonly forwarded?: string;
};

/** Opens a socket without saying who it is. */
export const openRaw = async (
  url: string,
  origin: string | null = url,
  headers: Readonly<Record<string, string>> = {},
  session = freshId(),
): Promise<RawSocket> => {
  const address = `${url.replace(/^http/, 'ws')}${socketPath(session)}/?EIO=4&transport=websocket`;
  const ws = new WebSocket(address, {
    headers,
    ...(origin === null ? {} : { origin }),
  });
  const acks = new Map<number, (ack: never) => void>();
  let next = 0;
  const socket: RawSocket = {
    packets: [],
    views: [],
    relayed: [],
    refusal: null,
    connected: false,
    comeBack: false,
    closed: false,
    ws,
    write: (text) => ws.send(text),
    ask: (event, ...payload) =>
      new Promise((resolve, reject) => {
        const closed = (): void => reject(new Error('the connection was closed'));
        // It will not be closed a second time.
        if (socket.closed) return closed();
        const id = (next += 1);
        acks.set(id, resolve);
        ws.once('close', closed);
        ws.send(`42${id}${JSON.stringify([event, ...payload])}`);
      }),
    command: (command, id = freshId()) => socket.ask('command', { id, command }),
    relay: (to, sealed) => socket.ask('relay', { to, sealed }),
    room: () => {
      const view = socket.views.at(-1);
      if (view?.kind !== 'room') throw new Error(`sees ${view?.kind ?? 'nothing'}, not the room`);
      return view;
    },
    close: () => ws.close(),
  };
  ws.setMaxListeners(0);
  ws.on('message', (data: Buffer) => {
    const text = data.toString();
    socket.packets.push(text);
    if (text === '2') ws.send('3');
    else if (text.startsWith('40')) socket.connected = true;
    else if (text.startsWith('44'))
      socket.refusal = (JSON.parse(text.slice(2)) as { message: string }).message;
    else if (text.startsWith('43')) {
      const [, id = '', body = ''] = /^43(\d+)(.*)$/s.exec(text) ?? [];
      acks.get(Number(id))?.((JSON.parse(body) as [never])[0]);
    } else if (text.startsWith('42')) {
      const [event, payload] = JSON.parse(text.slice(2)) as [string, unknown];
      if (event === 'view') socket.views.push(payload as View);
      else if (event === 'relay') socket.relayed.push(payload as RelayedFrame);
      else if (event === 'comeBack') socket.comeBack = true;
    }
  });
  ws.on('close', () => (socket.closed = true));
  await new Promise<void>((resolve, reject) => {
    ws.once('open', resolve);
    ws.once('error', reject);
  });
  ws.on('error', () => undefined);
  return socket;
};

/** Opens a socket and says who it is; waits for the first view, or for the refusal. */
export const knock = async (
  url: string,
  { session, token, origin = url, forwarded, addressed = session, ...rest }: Knock,
): Promise<RawSocket> => {
  const from = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  const socket = await openRaw(url, origin, from, addressed);
  const auth = { session, token, version: PROTOCOL_VERSION, page: freshId(), sit: false, ...rest };
  socket.write(`40${JSON.stringify(auth)}`);
  await until(
    'an answer to the handshake',
    () => socket.views.length > 0 || socket.refusal !== null || socket.closed,
  );
  return socket;
};

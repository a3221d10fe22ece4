// A bare knock at a port: what a door answers before any client of a library interprets it.

import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';

/** Milliseconds. */
const ANSWER_WITHIN = 5_000;

/** Where LiveKit's clients of every version open their signal. */
const SIGNAL = 'rtc';

export type Answer = {
  /** 101 = let in. */
  readonly status: number;
  /** The token that LiveKit gives at a join, if let in: whom it takes the bearer for, and with which rights. */
  readonly told: string;
};

/** A JSON Web Token among other bytes. */
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/;

/** Reads the signal until there is a token in it. */
const tokenFrom = (socket: Duplex, head: Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    let read = '';
    const take = (chunk: Buffer): void => {
      read += chunk.toString('latin1');
      const [token] = TOKEN.exec(read) ?? [];
      if (token !== undefined) resolve(token);
    };
    take(head);
    socket.on('data', take);
    socket.once('close', () => reject(new Error('the signal ended before LiveKit had given a token')));
    AbortSignal.timeout(ANSWER_WITHIN).addEventListener('abort', () => socket.destroy());
  });

/**
 * Asks for the signal with a token, and hangs up.
 * @param url of the signal, `ws://…/sfu/session` or LiveKit itself
 * @param more what is written into the address besides
 */
export async function knock(url: string, token: string, more: Record<string, string> = {}): Promise<Answer> {
  const address = new URL(`${url.replace(/^ws/, 'http')}/${SIGNAL}`);
  for (const [name, value] of Object.entries({ ...more, access_token: token, protocol: '16', sdk: 'js' }))
    address.searchParams.set(name, value);
  const request = get(address, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': randomBytes(16).toString('base64'),
    },
    signal: AbortSignal.timeout(ANSWER_WITHIN),
  });
  return new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('response', (answer: IncomingMessage) => {
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, told: '' });
    });
    request.once('upgrade', (_answer, socket: Duplex, head: Buffer) => {
      socket.on('error', () => socket.destroy());
      tokenFrom(socket, head)
        .then((told) => resolve({ status: 101, told }), reject)
        .finally(() => socket.destroy());
    });
  });
}

/** Whether a TCP connection to this address comes about; every refusal and every silence is a no. */
export const takesCalls = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: ANSWER_WITHIN });
    const end = (taken: boolean) => () => {
      socket.destroy();
      resolve(taken);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });

/** Local addresses, as the kernel writes them, on which somebody listens at a port. */
export const listeningOnLinux = async (port: number): Promise<readonly string[]> => {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((file) => readFile(file, 'utf8').catch(() => '')),
  );
  return tables
    .flatMap((table) => table.split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local, , state]) => state === '0A' && local?.endsWith(`:${hex}`) === true)
    .map(([, local]) => local?.split(':')[0] ?? '');
};

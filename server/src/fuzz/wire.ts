// One try at a real server, and what came of it.

import { connect } from 'node:net';
import { WebSocket } from 'ws';

/** Milliseconds: the server ends whatever is never whole after ten seconds; on a busy machine it takes longer. */
const PATIENCE = 60_000;
/** The number of the probe that is sent behind a tried frame. */
const PROBE = 999;

/** Sends bytes and waits for the end. @returns the status of the first answer, or 0 where it was cut without one; -1: nothing ended */
export const answerTo = (url: string, bytes: Uint8Array): Promise<number> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    const parts: Buffer[] = [];
    const settled = (status: number): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(status);
    };
    const timer = setTimeout(() => settled(-1), PATIENCE);
    const status = (): number =>
      Number(
        [
          ...Buffer.concat(parts)
            .toString('latin1')
            .matchAll(/HTTP\/1\.1 (\d{3})/g),
        ].find(([, code]) => code !== '100')?.[1] ?? 0,
      );
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      // What was switched to does not end by itself.
      if (status() === 101) settled(101);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => settled(status()));
    socket.end(bytes);
  });

/** What became of a frame: its own answers, as they came, and whether the connection was ended for it. */
export type Fate = { readonly answers: readonly string[]; readonly ended: boolean };

/** Sends a frame over a connection that stands, and behind it one that is always answered. */
export const fateOf = (ws: WebSocket, text: string | Uint8Array, probe: string): Promise<Fate> =>
  new Promise((resolve, reject) => {
    const answers: string[] = [];
    const timer = setTimeout(() => reject(new Error('neither answered nor ended')), PATIENCE);
    const settled = (ended: boolean): void => {
      clearTimeout(timer);
      ws.off('message', onMessage);
      ws.off('close', onClose);
      resolve({ answers, ended });
    };
    const onClose = (): void => settled(true);
    const onMessage = (data: Buffer): void => {
      const said = data.toString();
      if (said.startsWith(`43${PROBE}`)) return settled(false);
      if (said.startsWith('43')) answers.push(said);
    };
    if (ws.readyState !== WebSocket.OPEN) return settled(true);
    ws.on('message', onMessage);
    ws.on('close', onClose);
    ws.send(text);
    ws.send(`42${PROBE}["relay",${probe}]`);
  });

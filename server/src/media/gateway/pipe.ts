// Carries frames between a client and LiveKit, both ways, and ends both when one ends.

import type { WebSocket } from 'ws';
import type { Verdict } from './guard.ts';

/** Bytes that may wait for a slow reader; signalling is small, so more means that it has stopped reading. */
const WAITING = 4 * 1024 * 1024;
/** Milliseconds in which a client must say something once LiveKit has: one that joins answers at once. */
const SPEAKS_WITHIN = 5000;
/** "Policy violation", as WebSockets say it. */
const VIOLATION = 1008;

/** Codes that may be sent on; the others only describe how a connection was lost. */
const sayable = (code: number): boolean => code === 1000 || code === 1001 || (code >= 3000 && code < 5000);

export type Told = {
  /** What becomes of a frame of the client. */
  readonly judge: (frame: Buffer, binary: boolean) => Verdict;
  /** A frame of LiveKit, which goes on as it is; `first` for its first one. */
  readonly heard: (frame: Buffer, first: boolean) => void;
  /** After each frame of the client, carried or not. */
  readonly judged: (verdict: Verdict) => void;
};

function send(to: WebSocket, frame: Uint8Array): void {
  if (to.readyState !== to.OPEN) return;
  if (to.bufferedAmount > WAITING) to.terminate();
  else to.send(frame, { binary: true });
}

function endWith(one: WebSocket, other: WebSocket): void {
  one.on('close', (code, reason) => {
    if (sayable(code)) other.close(code, reason);
    else other.terminate();
  });
  // `close` follows.
  one.on('error', () => undefined);
}

/** Both ends are open, and LiveKit's is paused until somebody listens. */
export function pipe(client: WebSocket, upstream: WebSocket, { judge, heard, judged }: Told): void {
  let first = true;
  const silent = setTimeout(() => client.close(VIOLATION), SPEAKS_WITHIN);
  client.once('message', () => clearTimeout(silent));
  client.once('close', () => clearTimeout(silent));
  upstream.on('message', (data) => {
    heard(data as Buffer, first);
    first = false;
    send(client, data as Buffer);
  });
  client.on('message', (data, binary) => {
    // Of what has come behind an end nothing counts.
    if (client.readyState !== client.OPEN) return;
    const verdict = judge(data as Buffer, binary);
    if (verdict.type === 'carry') send(upstream, verdict.frame);
    else if (verdict.answer !== undefined) send(client, verdict.answer);
    judged(verdict);
    if (verdict.type !== 'end') return;
    client.close(VIOLATION);
    upstream.terminate();
  });
  endWith(upstream, client);
  endWith(client, upstream);
  upstream.resume();
}

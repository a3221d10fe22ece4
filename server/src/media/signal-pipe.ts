// Carries frames between a client and LiveKit, both ways, and ends both when one ends.

import type { WebSocket } from 'ws';
import { mayPass, stirs } from './signal-frames.ts';

/** Bytes that may wait for a slow reader; signalling is small, so more means that it has stopped reading. */
const WAITING = 4 * 1024 * 1024;

/** Codes that may be sent on; the others only describe how a connection was lost. */
const sayable = (code: number): boolean => code === 1000 || code === 1001 || (code >= 3000 && code < 5000);

function carry(
  from: WebSocket,
  to: WebSocket,
  pass: (frame: Buffer, binary: boolean) => boolean,
  carried: (frame: Buffer) => void,
): void {
  from.on('message', (data, binary) => {
    const frame = data as Buffer;
    if (!pass(frame, binary)) return;
    if (to.readyState !== to.OPEN) return;
    if (to.bufferedAmount > WAITING) to.terminate();
    else to.send(frame, { binary });
    carried(frame);
  });
  from.on('close', (code, reason) => {
    if (sayable(code)) to.close(code, reason);
    else to.terminate();
  });
  // `close` follows.
  from.on('error', () => undefined);
}

/**
 * @param told.first called at LiveKit's first frame
 * @param told.stirred called after every request to publish and every offer
 * @param told.dropped called for every frame that a client may not send
 */
export function pipe(
  client: WebSocket,
  upstream: WebSocket,
  told: { readonly first: () => void; readonly stirred: () => void; readonly dropped: () => void },
): void {
  upstream.once('message', told.first);
  carry(
    upstream,
    client,
    () => true,
    () => undefined,
  );
  carry(
    client,
    upstream,
    (frame, binary) => {
      // LiveKit would read text as JSON, which is not looked into here. No client of ours sends it.
      const passes = binary && mayPass(frame);
      if (!passes) told.dropped();
      return passes;
    },
    (frame) => {
      if (stirs(frame)) told.stirred();
    },
  );
  upstream.resume();
}

// Opens the way to LiveKit, and waits for it while it is away.

import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';

/** Milliseconds between looks while LiveKit is away. */
const EVERY = 50;
/** Milliseconds that LiveKit has to answer. */
const ANSWER_WITHIN = 5000;
/** Bytes of one frame from LiveKit. */
const FRAME = 4 * 1024 * 1024;

/** Whether LiveKit answers 200 on its address. */
export async function listens(livekitUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(livekitUrl.replace(/^ws/, 'http'), { signal: AbortSignal.timeout(2000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Waits for LiveKit; answers whether it listened before the signal was aborted. */
export type Waiting = (signal: AbortSignal) => Promise<boolean>;

/** However many wait, LiveKit is looked for once at a time, and while it is away every 50 ms. */
export function createWaiting(livekitUrl: string): Waiting {
  let look: Promise<boolean> | null = null;
  const over = (): void => {
    look = null;
  };
  const lookOnce = async (): Promise<boolean> => {
    const there = await listens(livekitUrl);
    if (there) over();
    else setTimeout(over, EVERY).unref();
    return there;
  };
  return async (signal) => {
    while (!signal.aborted) {
      look ??= lookOnce();
      if (await look) return !signal.aborted;
      await pause(EVERY, undefined, { signal }).catch(() => undefined);
    }
    return false;
  };
}

/**
 * @returns the open socket, paused so that its first frame waits for a reader, or the status of LiveKit's refusal
 * (503 where there was no answer)
 */
export function openUpstream(url: URL): Promise<WebSocket | number> {
  return new Promise((resolve) => {
    const upstream = new WebSocket(url, {
      handshakeTimeout: ANSWER_WITHIN,
      maxPayload: FRAME,
      perMessageDeflate: false,
    });
    upstream.once('unexpected-response', (request, { statusCode = 503 }) => {
      resolve(statusCode);
      request.destroy();
    });
    upstream.on('error', () => resolve(503));
    upstream.once('open', () => {
      upstream.pause();
      resolve(upstream);
    });
  });
}

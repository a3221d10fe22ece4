// The asking thread as the bench sees it.

import { Worker } from 'node:worker_threads';

/** Instants in milliseconds since 1970, `NaN` as long as there was none. */
export type Asked = {
  /** When the first answer came. */
  readonly listensAt: number;
  /** When the server said that it was ready. */
  readonly readyAt: number;
  /** The longest wait for an answer after the first one, on a connection that is kept, in milliseconds. */
  readonly longest: number;
  /** The same on connections that were made for the question. */
  readonly longestOfNew: number;
};

/** Begins to ask; the answer tells what was seen so far, and ends it. */
export const askOn = (url: string): { seen(): Asked; end(): Promise<unknown> } => {
  const worker = new Worker(new URL('./asking.ts', import.meta.url), { workerData: { url } });
  let seen: Asked = {
    listensAt: Number.NaN,
    readyAt: Number.NaN,
    longest: Number.NaN,
    longestOfNew: Number.NaN,
  };
  worker.on('message', (asked: Asked) => (seen = asked));
  return { seen: () => seen, end: () => worker.terminate() };
};

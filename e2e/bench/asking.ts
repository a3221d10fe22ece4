// Asks a server for its state from a thread of its own, so that nothing that the bench does keeps an answer waiting.

import { get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked } from './ask-on.ts';

/** Milliseconds between two questions. */
const EVERY = 20;
/** Milliseconds until a question is given up. */
const PATIENCE = 60_000;

const { url } = workerData as { readonly url: string };
const now = (): number => performance.timeOrigin + performance.now();

/** Whether the answer was 200, on a connection of its own, as somebody has who comes now; `null` where nothing listens. */
const ask = (route: string): Promise<boolean | null> =>
  new Promise((resolve) => {
    const question = get(`${url}${route}`, { agent: false, timeout: PATIENCE }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode === 200));
    });
    question.once('timeout', () => question.destroy(new Error('no answer')));
    question.once('error', () => resolve(null));
  });

const asked = { listensAt: Number.NaN, readyAt: Number.NaN, longest: Number.NaN } as {
  -readonly [K in keyof Asked]: Asked[K];
};

const askOften = async (): Promise<void> => {
  for (;;) {
    const since = now();
    if ((await ask('/healthz')) === true) {
      if (Number.isNaN(asked.listensAt)) asked.listensAt = now();
      else asked.longest = Math.max(asked.longest || 0, now() - since);
      parentPort?.postMessage(asked);
    }
    await pause(EVERY);
  }
};
const askUntilReady = async (): Promise<void> => {
  while ((await ask('/readyz')) !== true) await pause(EVERY);
  asked.readyAt = now();
};

await Promise.all([askOften(), askUntilReady()]);

// Asks a server for its state from a thread of its own, so that nothing that the bench does keeps an answer waiting.

import { Agent, get } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Asked } from './ask-on.ts';

/** Milliseconds between two questions. */
const EVERY = 20;
/** Milliseconds until a question is given up. */
const PATIENCE = 60_000;

const { url } = workerData as { readonly url: string };
const now = (): number => performance.timeOrigin + performance.now();

/** Whether the answer was 200; `null` where nothing listens. */
const ask = (route: string, agent: Agent | false): Promise<boolean | null> =>
  new Promise((resolve) => {
    const question = get(`${url}${route}`, { agent, timeout: PATIENCE }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode === 200));
    });
    question.once('timeout', () => question.destroy(new Error('no answer')));
    question.once('error', () => resolve(null));
  });

const asked = { listensAt: Number.NaN, readyAt: Number.NaN, longest: 0, longestOfNew: 0 } as {
  -readonly [K in keyof Asked]: Asked[K];
};

/** @param agent keeps one connection, or makes a new one for each question */
const askOften = async (agent: Agent | false, name: 'longest' | 'longestOfNew'): Promise<void> => {
  for (;;) {
    const since = now();
    if ((await ask('/healthz', agent)) === true) {
      if (Number.isNaN(asked.listensAt)) asked.listensAt = now();
      else asked[name] = Math.max(asked[name], now() - since);
      parentPort?.postMessage(asked);
    }
    await pause(EVERY);
  }
};
const askUntilReady = async (agent: Agent): Promise<void> => {
  while ((await ask('/readyz', agent)) !== true) await pause(EVERY);
  asked.readyAt = now();
};

const kept = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });
await Promise.all([askOften(kept(), 'longest'), askOften(false, 'longestOfNew'), askUntilReady(kept())]);

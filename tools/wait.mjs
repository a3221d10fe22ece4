import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until something holds.
 * @param {string} what said when the deadline passes
 * @param {() => unknown} holds may be asynchronous; a truthy answer ends the waiting, an error passes through
 * @param {{ deadline?: number, every?: number }} [options] milliseconds
 */
export async function waitFor(what, holds, { deadline = 30_000, every = 50 } = {}) {
  const end = Date.now() + deadline;
  for (;;) {
    const answer = await holds();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${Math.round(deadline / 1000)} s.`);
    await pause(every);
  }
}

/** Whether an address answers 200. */
export async function answers(url) {
  try {
    const { status } = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return status === 200;
  } catch {
    return false;
  }
}

import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds. */
const EVERY = 20;
/** Milliseconds that whatever nothing promises to be quick may take on a slow machine. */
export const PATIENCE = 30_000;

/**
 * Waits for a condition.
 * @param what said when the deadline passes
 * @param holds asked every 20 ms; its first answer that is not `undefined`, `null` or `false` ends the waiting
 * @param deadline milliseconds
 */
export async function until<T>(
  what: string,
  holds: () => T | Promise<T>,
  deadline = PATIENCE,
): Promise<Exclude<T, undefined | null | false>> {
  const end = performance.now() + deadline;
  for (;;) {
    const answer = await holds();
    if (answer !== undefined && answer !== null && answer !== false)
      return answer as Exclude<T, undefined | null | false>;
    if (performance.now() > end) throw new Error(`${what}: not within ${deadline} ms`);
    await pause(EVERY);
  }
}

/** Whether an address answers 200. */
export async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(1000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

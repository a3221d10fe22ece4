// A page whose workers can be killed, and what it asks of devices.

import type { Page } from 'playwright-core';

/** A page of either browser. */
export type Runs = { evaluate<T>(work: () => T | Promise<T>): Promise<T> };
type Killable = { readonly workers: { kill(): void; allow(): void; asked: number } };

/** Runs in the page, before anything of ours. */
export const growWorkers = (): void => {
  const all = new Set<Worker>();
  let dead = false;
  globalThis.Worker = new Proxy(globalThis.Worker, {
    construct(target, args: [string | URL, WorkerOptions?]) {
      const made = new target(...args);
      all.add(made);
      if (dead) made.terminate();
      return made;
    },
  });
  const workers: Killable['workers'] = {
    kill: () => {
      dead = true;
      for (const one of all) one.terminate();
    },
    allow: () => void (dead = false),
    asked: 0,
  };
  const devices = MediaDevices.prototype;
  const open = devices.getUserMedia;
  devices.getUserMedia = function ask(what) {
    workers.asked += 1;
    return open.call(this, what);
  };
  Object.assign(globalThis, { workers });
};

export const workersOf = (page: Runs) => ({
  /** All that there are, and all that will be. */
  kill: () => page.evaluate(() => (globalThis as unknown as Killable).workers.kill()),
  /** New ones live again. */
  allow: () => page.evaluate(() => (globalThis as unknown as Killable).workers.allow()),
  /** How often the page asked for a microphone or camera. */
  devicesAsked: () => page.evaluate(() => (globalThis as unknown as Killable).workers.asked),
});

/** Gives a page workers that can be killed; before it opens our address. */
export const killableWorkers = async (page: Page): Promise<ReturnType<typeof workersOf>> => {
  await page.addInitScript(growWorkers);
  return workersOf(page);
};

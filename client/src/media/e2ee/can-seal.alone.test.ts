import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startWorker } from './worker.ts';

vi.mock('./worker.ts', () => ({ startWorker: vi.fn() }));

const made: { alive: () => Promise<void>; end: ReturnType<typeof vi.fn> }[] = [];
let answers = true;
beforeEach(() => {
  vi.stubGlobal('RTCRtpScriptTransform', vi.fn());
  vi.resetModules();
  made.length = 0;
  answers = true;
  vi.mocked(startWorker).mockImplementation(() => {
    const alive = () =>
      answers ? Promise.resolve() : Promise.reject(new Error('the worker has not answered'));
    made.push({ alive, end: vi.fn() });
    return made.at(-1) as never;
  });
});
afterEach(() => void vi.unstubAllGlobals());

it('[EE14] seals the first visit with the worker that was tried, and each later one with another', async () => {
  const { takeWorker, whyNotSeal } = await import('./can-seal.ts');
  expect(await Promise.all([whyNotSeal(), whyNotSeal()])).toEqual([null, null]);
  expect(await whyNotSeal()).toBeNull();
  expect(made).toHaveLength(1);
  expect([takeWorker(), takeWorker(), made.length]).toEqual([made[0], made[1], 2]);
  expect(made[0]?.end).not.toHaveBeenCalled();
});

it('[EE14] ends a worker that does not answer, and tries another when it is asked again', async () => {
  const { whyNotSeal } = await import('./can-seal.ts');
  answers = false;
  expect(await whyNotSeal()).toBe('worker');
  expect(made[0]?.end).toHaveBeenCalledOnce();
  answers = true;
  expect(await whyNotSeal()).toBeNull();
});

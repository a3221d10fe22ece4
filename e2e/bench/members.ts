// The members of many rooms, in a thread of their own: what they read keeps nobody's measuring waiting.

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export type Room = {
  readonly id: string;
  readonly people: readonly { readonly name: string; readonly secret: string }[];
};
/** What all of them were sent since they were in. */
export type Seen = { readonly views: number; readonly bytes: number };

/** Lets everybody come in by their link, one after the other in each room; settles when all are connected. */
export const fillRooms = async (url: string, rooms: readonly Room[]): Promise<{ end(): Promise<Seen> }> => {
  const worker = new Worker(new URL('./coming-in.ts', import.meta.url), { workerData: { url, rooms } });
  await once(worker, 'message');
  return {
    end: async () => {
      worker.postMessage('end');
      const [seen] = (await once(worker, 'message')) as [Seen];
      await worker.terminate();
      return seen;
    },
  };
};

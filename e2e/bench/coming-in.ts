// The thread of the members: it enters by HTTP and opens bare sockets, which read and answer signs of life only.

import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { enter } from '@tele-balint/server/testing/group';
import { freshId } from '@tele-balint/server/testing/raw-socket';
import { socketPath } from '@tele-balint/shared/addresses';
import { PROTOCOL_VERSION } from '@tele-balint/shared/protocol-version';
import { WebSocket } from 'ws';
import type { Room } from './members.ts';

/** Rooms that fill side by side. */
const AT_A_TIME = 4;

const { url, rooms } = workerData as { readonly url: string; readonly rooms: readonly Room[] };
const seen = { views: 0, bytes: 0 };

/** Settles with the first view. */
const sit = async (session: string, token: string): Promise<void> => {
  const address = `${url.replace(/^http/, 'ws')}${socketPath(session)}/?EIO=4&transport=websocket`;
  const socket = new WebSocket(address, { origin: url, perMessageDeflate: false });
  await once(socket, 'open');
  const auth = { session, token, version: PROTOCOL_VERSION, page: freshId(), sit: false };
  socket.send(`40${JSON.stringify(auth)}`);
  await new Promise<void>((resolve, reject) => {
    socket.once('close', () => reject(new Error('a member was thrown out')));
    socket.on('message', (data: Buffer) => {
      const [kind, event] = [data.toString('latin1', 0, 2), data.toString('latin1', 4, 8)];
      if (kind === '2') socket.send('3');
      if (kind === '44') reject(new Error(data.toString()));
      if (event !== 'view') return;
      seen.views += 1;
      seen.bytes += data.length;
      resolve();
    });
  });
};

const waiting = [...rooms];
const fill = async (): Promise<void> => {
  for (let room = waiting.shift(); room !== undefined; room = waiting.shift())
    for (const { name, secret } of room.people) await sit(room.id, await enter(url, room, { secret }, name));
};
await Promise.all(Array.from({ length: AT_A_TIME }, fill));
seen.views = 0;
seen.bytes = 0;
parentPort?.on('message', () => parentPort?.postMessage(seen));
parentPort?.postMessage('all are in');

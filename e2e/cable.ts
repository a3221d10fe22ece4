// The cable between browsers and our server: a TCP proxy that can be pulled out and put in again.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Cable = {
  readonly port: number;
  /** Breaks every connection and takes no new one. */
  pull(): void;
  plug(): void;
  /** Connects to this port from now on. */
  lead(port: number): void;
  close(): void;
};

/** A cable that leads nowhere until it is led to a port. */
export const newCable = async (): Promise<Cable> => {
  const ends = new Set<Socket>();
  let target = 0;
  let plugged = true;
  const keep = (socket: Socket): void => {
    ends.add(socket);
    socket.once('close', () => ends.delete(socket));
    // A broken end breaks the other one too; that is all there is to say about it.
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    if (!plugged) return near.destroy();
    const far = connect(target, '127.0.0.1');
    keep(near);
    keep(far);
    near.once('close', () => far.destroy());
    far.once('close', () => near.destroy());
    near.pipe(far).pipe(near);
    return undefined;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const pull = (): void => {
    plugged = false;
    for (const socket of ends) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    pull,
    plug: () => {
      plugged = true;
    },
    lead: (port) => {
      target = port;
    },
    close() {
      pull();
      server.close();
    },
  };
};

// The cable between browsers and our server: a TCP proxy that can be pulled out and put in again.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type Cable = {
  readonly port: number;
  /** Breaks every connection and takes no new one. */
  pull(): void;
  plug(): void;
  /**
   * Lets nothing through any more, and says so to nobody: no end of a connection either. What was on its way goes on after
   * `release`, as systems send again what was lost; connections begun meanwhile never get anywhere.
   */
  hold(): void;
  release(): void;
  /** Connects to this port from now on. */
  lead(port: number): void;
  close(): void;
};

/** A cable that leads nowhere until it is led to a port. */
export const newCable = async (): Promise<Cable> => {
  const ends = new Set<Socket>();
  let target = 0;
  let plugged = true;
  let held = false;
  const kept = new Set<() => void>();
  /** Does this now, or when the cable lets something through again. */
  const through = (work: () => void): void => {
    if (held) kept.add(work);
    else work();
  };
  const keep = (socket: Socket): void => {
    ends.add(socket);
    socket.once('close', () => ends.delete(socket));
    // A broken end breaks the other one too; that is all there is to say about it.
    socket.on('error', () => socket.destroy());
  };
  const server = createServer((near) => {
    if (!plugged) return near.destroy();
    // Read, so that its end is noticed here; nobody else hears of it.
    if (held) return keep(near.resume());
    const far = connect(target, '127.0.0.1');
    keep(near);
    keep(far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => through(() => to.write(bytes)));
      from.once('close', () => through(() => to.destroy()));
    }
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
    hold: () => {
      held = true;
    },
    release: () => {
      held = false;
      for (const work of kept) work();
      kept.clear();
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

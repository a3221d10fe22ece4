// Ports that nobody takes between being looked for and being listened at.

import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/**
 * Below those that systems hand out by themselves, to whoever asks for any or calls somebody; above those at which browsers
 * refuse to call.
 */
const PORTS = [11_000, 30_000] as const;
/** Ports that are looked at before we say that none is free. */
const MOST = 100;

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });

const binds = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(false));
    socket.bind({ port, address: '127.0.0.1', exclusive: true }, () => socket.close(() => resolve(true)));
  });

const firstOf = async (isFree: (port: number) => Promise<boolean>): Promise<number> => {
  for (let tries = 0; tries < MOST; tries += 1) {
    const port = randomInt(...PORTS);
    if (await isFree(port)) return port;
  }
  throw new Error(`none of ${MOST} ports is free`);
};

/** A TCP port on loopback that nobody uses now. */
export const freePort = (): Promise<number> => firstOf(listens);

/** A UDP port on loopback that nobody uses now. */
export const freeUdpPort = (): Promise<number> => firstOf(binds);

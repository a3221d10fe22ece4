import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/**
 * Refuses to go on if somebody else has a port that we need, naming the setting that changes it.
 * @param {{ port: number, host: string, setting: string, udp?: boolean }[]} needed
 */
export async function ensureFree(needed) {
  for (const { port, host, setting, udp = false } of needed) {
    if (await (udp ? bindsUdp(port, host) : listens(port, host))) continue;
    throw new Error(
      `Port ${port} is in use by another program: choose another one with ${setting}=${port + 10}.`,
    );
  }
}

/** Whether a TCP port can be had. */
function listens(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Whether a UDP port can be had. */
function bindsUdp(port, address) {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(false));
    socket.bind({ port, address, exclusive: true }, () => socket.close(() => resolve(true)));
  });
}

import type { Server } from 'node:http';

/** Milliseconds that the other side has to read the answer and go. */
const FAREWELL = 1_000;

/** Closes upgrades that none of our own paths takes; nobody else would, and they would stay open for ever. */
export const foreignUpgrades = (server: Server, own: readonly string[]): void => {
  server.on('upgrade', (request, socket) => {
    if (own.some((path) => request.url?.startsWith(path) === true)) return;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    // Whoever never closes the own half would keep the connection open.
    const late = setTimeout(() => socket.destroy(), FAREWELL);
    socket.once('close', () => clearTimeout(late));
  });
};

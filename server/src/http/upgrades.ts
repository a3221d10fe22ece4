import type { Server } from 'node:http';

/** Closes upgrades that none of our own paths takes; nobody else would, and they would stay open for ever. */
export const foreignUpgrades = (server: Server, own: readonly string[]): void => {
  server.on('upgrade', (request, socket) => {
    if (own.some((path) => request.url?.startsWith(path) === true)) return;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
  });
};

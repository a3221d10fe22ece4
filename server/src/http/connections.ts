// How many connections are open at once. Without a bound whoever opens some and says nothing takes every file that the
// process may open, and then no session's log can be written any more.

import type { Server, Socket } from 'node:net';
import { z } from 'zod';
import { bucketOf } from './limits.ts';

/** Of one address, where it is the connection's own: forty people with eight each, and as many whose old ones still hang. */
export const OF_ONE_ADDRESS = 800;
/** Share of the files that may be connections; the others are logs, pages, and our own connections to the media server. */
const SHARE = 0.6;

const limits = z.object({ userLimits: z.object({ open_files: z.object({ soft: z.number() }) }) });

/** Files that this process may open; endless where the system names no number. */
const mostFiles = (): number => {
  const parsed = limits.safeParse(process.report.getReport());
  return parsed.success ? parsed.data.userLimits.open_files.soft : Infinity;
};

/** Closes connections above the bounds as they come; nobody who is connected is disturbed. */
export const boundConnections = (
  server: Server,
  { trustProxy, allowance }: { readonly trustProxy: boolean; readonly allowance: number },
): void => {
  const most = Math.floor(SHARE * mostFiles());
  if (most < Infinity) server.maxConnections = most;
  // Behind a proxy all come from its address, and it is the proxy that sees theirs.
  if (trustProxy) return;
  const ofOne = Math.min(OF_ONE_ADDRESS * allowance, Math.floor(most / 2));
  const open = new Map<string, number>();
  server.on('connection', (socket: Socket) => {
    const address = bucketOf(socket.remoteAddress ?? '');
    const count = (open.get(address) ?? 0) + 1;
    open.set(address, count);
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1;
      if (left > 0) open.set(address, left);
      else open.delete(address);
    });
    if (count > ofOne) socket.destroy();
  });
};

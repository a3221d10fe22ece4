import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';

/** Whom to believe: nobody, or the one proxy in front of us and nothing that came before it. */
export const trustOf = (trustProxy: boolean): ((address: string, hop: number) => boolean) =>
  trustProxy ? (_address, hop) => hop === 0 : () => false;

/** The address that a request comes from; behind our own proxy the one that the proxy saw. */
export const callerOf = (request: IncomingMessage, trustProxy: boolean): string =>
  proxyAddr(request, trustOf(trustProxy));

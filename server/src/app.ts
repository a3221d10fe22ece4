// The whole server, put together from its ports.

import { SIGNAL, SOCKETS } from '@tele-balint/shared/addresses';
import { setTimeout as pause } from 'node:timers/promises';
import Fastify, { LogController, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createBudgets } from './budgets.ts';
import type { Config } from './config.ts';
import { callerOf, trustOf } from './http/caller.ts';
import { clientFiles } from './http/client-files.ts';
import { plainErrors, refuse } from './http/errors.ts';
import { boundConnections } from './http/connections.ts';
import { healthRoutes } from './http/health.ts';
import { requestLines } from './http/logging.ts';
import { originGuard } from './http/origins.ts';
import { securityHeaders } from './http/security.ts';
import { sessionRoutes } from './http/session-routes.ts';
import { boundUnread, NOTHING_MOVES } from './http/unread.ts';
import { foreignUpgrades } from './http/upgrades.ts';
import { attachLive } from './live/socket-server.ts';
import type { Media } from './media/port.ts';
import { attachSignalGateway } from './media/gateway/gateway.ts';
import { signalValidate } from './media/gateway/validate.ts';
import type { Ports } from './session/host.ts';
import { receiptsUnder } from './session/receipts.ts';
import { createRegistry, type Registry } from './session/registry.ts';

export type AppPorts = Omit<Ports, 'written' | 'receipts'> & {
  readonly config: Config;
  readonly media: Media;
  readonly logger: Logger;
  readonly version: string;
};
export type App = { readonly server: FastifyInstance; readonly registry: Registry; stop(): Promise<void> };

/** Milliseconds: a request that is not there by then is a slow attack, not a slow line. */
const REQUEST_TIMEOUT = 10_000;
const HEADERS_TIMEOUT = 5_000;
/** For pages, requests and media to end by themselves when we go down. */
const QUIET_STOP = 3_000;
/** How often late ones are looked for; Node's own 30 s would be what counts otherwise. */
const LOOK_FOR_LATE = 1_000;
/** Bytes. */
export const BODY_LIMIT = 16 * 1024;

/** Builds the server; `server.listen` starts it, `stop` ends it without losing an answered command. */
export const buildApp = async (ports: AppPorts): Promise<App> => {
  const { config, clock, enforcer, logger, media } = ports;
  const server = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionTimeout: NOTHING_MOVES,
    http: { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: LOOK_FOR_LATE },
    // One hop: the caller is whom our own proxy saw.
    trustProxy: trustOf(config.trustProxy),
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  const budgets = createBudgets(clock, config);
  const registry = createRegistry({
    ...ports,
    written: budgets.written,
    envelopes: budgets,
    receipts: receiptsUnder(config.livekitSecret),
  });

  requestLines(server);
  plainErrors(server);
  boundUnread(server);
  boundConnections(server.server, config);
  server.addHook('onRequest', async (request, reply) => {
    // Cut meanwhile, by what came in one piece with it: nobody reads an answer, and nobody has an address any more.
    if (request.raw.socket.destroyed) return reply.hijack();
    return budgets.requests.take(request.ip) ? undefined : refuse(reply, 'too-many-tries');
  });
  await securityHeaders(server, config);
  healthRoutes(server, { log: () => registry.ready(), media: () => enforcer.ready() });
  await server.register(async (api) =>
    sessionRoutes(api, {
      registry,
      media,
      budgets,
      organiserKey: config.organiserKey,
      version: ports.version,
      sealing: config.sealing,
    }),
  );
  const { livekitUrl, livekitKey: key, livekitSecret: secret } = config;
  const signal = { livekitUrl, key, secret, rightsOf: registry.rightsOf };
  await server.register(signalValidate, signal);
  await clientFiles(server, config.clientDir);

  const gateway = attachSignalGateway({
    ...signal,
    server: server.server,
    listeners: enforcer,
    budgets,
    publishedBy: (room, identity) => media.published(room, identity),
    callerOf: (request) => callerOf(request, config.trustProxy),
    allowedOrigin: originGuard(config),
    sealing: config.sealing,
    log: logger,
  });
  registry.onEvict((identity) => gateway.drop(identity));
  foreignUpgrades(server.server, [`${SOCKETS}/`, `${SIGNAL}/`]);
  const live = attachLive({ server: server.server, registry, budgets, clock, logger, config });
  await registry.start();

  const stop = async (): Promise<void> => {
    registry.stop();
    gateway.close();
    const quiet = async (): Promise<void> => {
      await live.stop();
      await server.close();
      await enforcer.stop();
    };
    // Whatever hangs: once the log is closed nothing that was answered can be lost.
    await Promise.race([quiet(), pause(QUIET_STOP, undefined, { ref: false })]);
    await ports.log.close();
  };
  return { server, registry, stop };
};

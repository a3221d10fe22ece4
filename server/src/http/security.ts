// The headers that keep a page of ours to itself.

import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config.ts';
import { allowedOriginsOf } from './origins.ts';

const socketsOf = (config: Config): string[] =>
  // An IPv6 address has no form in this header.
  allowedOriginsOf(config)
    .filter((origin) => !origin.includes('['))
    .map((origin) => origin.replace(/^http/, 'ws'));

/** Sets them on every answer. */
export const securityHeaders = async (app: FastifyInstance, config: Config): Promise<void> => {
  const https = config.publicUrl.startsWith('https:');
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:', 'mediastream:'],
        // Some browsers do not take 'self' for the web socket of the same origin.
        connectSrc: ["'self'", ...socketsOf(config)],
        workerSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        // No markup and no script is made of words, not by a mistake of ours either. The one policy is the page's own
        // (`client/src/own-workers.ts`): it lets addresses of our workers through.
        requireTrustedTypesFor: ["'script'"],
        trustedTypes: ['default'],
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'camera=(self), microphone=(self), display-capture=(), geolocation=()',
    );
  });
};

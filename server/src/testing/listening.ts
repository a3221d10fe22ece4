// The real server on a real port of its own, with everything around it replaced that is not under test.

import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { buildApp, type App } from '../app.ts';
import { createClock, type Clock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { noFailpoint } from '../failpoint.ts';
import { createLogger } from '../http/logging.ts';
import { memoryKeys } from '../log/key-store.ts';
import { memoryLog } from '../log/memory.ts';
import { sealedLog, type SealedLog } from '../log/sealed.ts';
import type { Media } from '../media/port.ts';
import { createFakeMedia } from '../media/testing/fake-media.ts';
import { freePort } from './free-port.ts';
import { fakeEnforcer, type FakeEnforcer } from './fake-enforcer.ts';

export type Listening = {
  readonly url: string;
  readonly app: App;
  readonly enforcer: FakeEnforcer;
  /** Everything that was logged. */
  lines(): string;
  stop(): Promise<void>;
};

/** What keeps a test from being taken for a flood. */
const UNLIMITED = { FAILURES_PER_MINUTE: '100000', REQUESTS_PER_MINUTE: '1000000', ALLOWANCE: '1000' };

/**
 * Starts it; every part may be replaced.
 * @param given.limited the limits are those that the program has when nobody sets any
 */
export const listening = async (
  given: {
    clock?: Clock;
    log?: SealedLog;
    media?: Media;
    env?: Record<string, string>;
    limited?: boolean;
  } = {},
): Promise<Listening> => {
  const env = {
    LIVEKIT_URL: 'http://127.0.0.1:9',
    CLIENT_DIR: 'nowhere',
    ...(given.limited === true ? {} : UNLIMITED),
    ...given.env,
  };
  const config = {
    ...readConfig(env, () => ({
      key: 'key',
      secret: 'a secret of thirty-two characters',
    })),
  };
  const written: string[] = [];
  const to = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      written.push(chunk.toString());
      done();
    },
  });
  const media = given.media ?? createFakeMedia();
  const enforcer = { ...fakeEnforcer(), ready: () => media.ready() };
  const ports = {
    config,
    clock: given.clock ?? createClock(),
    logger: createLogger('info', to),
    media,
    enforcer,
    log: given.log ?? sealedLog(memoryLog(), memoryKeys()),
    fresh: () => randomBytes(18).toString('base64url'),
    failpoint: noFailpoint,
    version: 'test',
  };
  // The port is known only when it listens, and the public address has to name it: take one, then build.
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const app = await buildApp({
    ...ports,
    config: { ...config, port, publicUrl: given.env?.['PUBLIC_URL'] ?? url },
  });
  await app.server.listen({ port, host: '127.0.0.1' });
  return { url, app, enforcer, lines: () => written.join(''), stop: () => app.stop() };
};

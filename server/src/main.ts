// The program: real adapters, one port, a quiet end.

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { buildApp } from './app.ts';
import { createClock } from './clock.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { failpointOf } from './failpoint.ts';
import { createLogger } from './http/logging.ts';
import { sealedLog } from './log/sealed.ts';
import { sqliteKeys } from './log/sqlite-keys.ts';
import { sqliteLog } from './log/sqlite.ts';
import { createEnforcer } from './media/enforcer.ts';
import { createLiveKit } from './media/livekit.ts';

/** Milliseconds for a quiet end; after it the process goes anyway. */
const QUIET_END = 4_500;

const keyFile = z.object({ key: z.string().min(1), secret: z.string().min(1) });

const readKeys = (dataDir: string): { key: string; secret: string } | null => {
  try {
    return keyFile.parse(JSON.parse(readFileSync(path.join(dataDir, 'livekit.json'), 'utf8')));
  } catch {
    return null;
  }
};

const versionOf = (): string => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
};

const run = async (config: Config): Promise<void> => {
  const logger = createLogger(config.logLevel);
  const die = (error: unknown): void => {
    logger.fatal({ err: error }, 'this must not happen: the server ends');
    process.exit(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);

  // What we write is for us alone.
  process.umask(0o077);
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const clock = createClock();
  const media = createLiveKit({
    url: config.livekitUrl,
    key: config.livekitKey,
    secret: config.livekitSecret,
  });
  const app = await buildApp({
    config,
    clock,
    logger,
    media,
    enforcer: createEnforcer({ media, clock, log: logger }),
    log: sealedLog(
      sqliteLog(path.join(config.dataDir, 'events.db')),
      sqliteKeys(path.join(config.dataDir, 'keys.db')),
    ),
    fresh: () => randomBytes(18).toString('base64url'),
    failpoint: failpointOf(config.failpoint),
    version: versionOf(),
  });

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), QUIET_END).unref();
    app.stop().then(() => process.exit(0), die);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  await app.server.listen({ port: config.port, host: config.host });
  logger.info({ port: config.port }, 'listening');
};

try {
  await run(readConfig(process.env, readKeys));
} catch (error) {
  const known = error instanceof ConfigError;
  process.stderr.write(`${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`);
  process.exit(1);
}

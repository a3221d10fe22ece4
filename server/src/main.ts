// The program: real adapters, one port, a quiet end.

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { buildApp } from './app.ts';
import { createClock } from './clock.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { failpointOf } from './failpoint.ts';
import { createLogger, createOutput } from './http/logging.ts';
import { openFolder } from './log/folder.ts';
import { leave, leaveTold } from './leave.ts';
import { sealedLog } from './log/sealed.ts';
import { createEnforcer } from './media/enforcer/enforcer.ts';
import { createLiveKit } from './media/livekit/livekit.ts';
import { startFailure } from './start-failure.ts';

/** Milliseconds for a quiet end; after it the process goes anyway. */
const QUIET_END = 4_500;

/** Connections that may wait for their turn; of one that finds no place its system tries again only after a second. */
const IN_LINE = 4_096;

const keyFile = z.object({ key: z.string().min(1), secret: z.string().min(1) });

/** `null` where there is no such file. @throws ConfigError where it is damaged */
const readKeys = (dataDir: string): { key: string; secret: string } | null => {
  const file = path.join(dataDir, 'livekit.json');
  try {
    if (!existsSync(file)) return null;
    return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new ConfigError(
      `${file} cannot be read: delete it and start with "npm start", which makes a new one, or set LIVEKIT_API_KEY and LIVEKIT_API_SECRET.`,
    );
  }
};

const versionOf = (): string => {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
};

const run = async (config: Config): Promise<void> => {
  const output = createOutput();
  const logger = createLogger(config.logLevel, output);
  const die = (error: unknown): void => {
    logger.fatal({ err: error }, 'this must not happen: the server ends');
    leave(1);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);

  // What we write is for us alone.
  process.umask(0o077);
  const clock = createClock();
  const { rows, keys } = await openFolder(config.dataDir, clock.now(), (sentence) => logger.error(sentence));
  const media = createLiveKit({
    url: config.livekitUrl,
    key: config.livekitKey,
    secret: config.livekitSecret,
    sealing: config.sealing,
  });
  const app = await buildApp({
    config,
    clock,
    logger,
    media,
    enforcer: createEnforcer({ media, clock, log: logger, sealing: config.sealing }),
    log: sealedLog(rows, keys),
    fresh: () => randomBytes(18).toString('base64url'),
    failpoint: failpointOf(config.failpoint),
    version: versionOf(),
  });

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    setTimeout(() => leave(1), QUIET_END).unref();
    app.stop().then(() => leaveTold(0, output), die);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  await app.server.listen({ port: config.port, host: config.host, backlog: IN_LINE });
  logger.info({ port: config.port }, 'listening');
};

let config: Config | null = null;
try {
  config = readConfig(process.env, readKeys);
  await run(config);
} catch (error) {
  process.stderr.write(`${startFailure(error, config)}\n`);
  process.exit(1);
}

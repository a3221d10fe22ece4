// Every setting of the server, read once from the environment.

import { z } from 'zod';

const said = z.enum(['true', 'false', '']);
const flag = said.default('false').transform((value) => value === 'true');
const onUnlessRefused = said.default('true').transform((value) => value !== 'false');
const text = z
  .string()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  /** Listens here; behind a proxy on another machine this is a private address. */
  HOST: z.string().default('127.0.0.1'),
  /** The address in people's links. Its origin is the only one that may open a socket. */
  PUBLIC_URL: text,
  DATA_DIR: z.string().default('./data'),
  /** The media server's HTTP address: loopback or a private network, never public. */
  LIVEKIT_URL: z.url().default('http://127.0.0.1:7880'),
  LIVEKIT_API_KEY: text,
  LIVEKIT_API_SECRET: text,
  /** Whoever opens a session must know this. */
  ORGANISER_KEY: text,
  /** Anybody who finds this server may open a session on it. */
  OPEN_TO_ANYONE: flag,
  /**
   * Sound and pictures are sealed by the pages, end to end: gateway and enforcer refuse tracks that are announced otherwise.
   * `false` is told to everybody who comes in.
   */
  SEALING: onUnlessRefused,
  /** The server stands behind one proxy: the caller's address is the last of `X-Forwarded-For`. */
  TRUST_PROXY: flag,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  CLIENT_DIR: z.string().default('client/dist'),
  /** Wrong secrets that one address may send in a minute; a ward shares one address, so only failures count. */
  FAILURES_PER_MINUTE: z.coerce.number().int().min(1).default(30),
  /** Requests of one address in a minute, right or wrong: forty people on one ward who load all files anew, four times over. */
  REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(4800),
  /**
   * Multiplies the other limits of an address, a link and a line, but for how often one line connects: more than 1 where
   * very many sit behind one address.
   */
  ALLOWANCE: z.coerce.number().min(1).default(1),
  /** How often a socket is asked for a sign of life, and how long it may stay silent, in milliseconds. */
  PING_INTERVAL_MS: z.coerce.number().int().min(100).default(5_000),
  PING_TIMEOUT_MS: z.coerce.number().int().min(100).default(10_000),
  /** For proofs, and on one machine only: `name:count` makes the process kill itself at that point. */
  TELE_BALINT_FAILPOINT: text,
});

/** The names of all settings. */
export const ENV_NAMES = Object.keys(environment.shape) as readonly (keyof typeof environment.shape)[];

export type Config = {
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end. */
  readonly publicUrl: string;
  readonly local: boolean;
  readonly dataDir: string;
  readonly livekitUrl: string;
  readonly livekitKey: string;
  readonly livekitSecret: string;
  readonly organiserKey: string | null;
  readonly sealing: boolean;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  readonly clientDir: string;
  readonly failuresPerMinute: number;
  readonly requestsPerMinute: number;
  readonly allowance: number;
  readonly pingInterval: number;
  readonly pingTimeout: number;
  readonly failpoint: string | null;
};

/** A setting that the server will not start with; the message is for the person at the terminal. */
export class ConfigError extends Error {}

const LOCAL_HOSTS = ['localhost', '127.0.0.1', '[::1]'];

const checkedUrl = (text: string): URL => {
  if (!URL.canParse(text)) throw new ConfigError(`PUBLIC_URL is not an address: "${text}".`);
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol) || url.pathname !== '/')
    throw new ConfigError('PUBLIC_URL must be an http or https address without a path.');
  return url;
};

const checkedEnvironment = (env: NodeJS.ProcessEnv): z.infer<typeof environment> => {
  const parsed = environment.safeParse(env);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`);
  throw new ConfigError(`These settings are not right: ${wrong.join('; ')}.`);
};

/**
 * Reads the settings.
 * @param readKeys gives the media server's key and secret kept in the data folder, for when the environment has none
 * @throws ConfigError with a sentence that says what to do
 */
export const readConfig = (
  env: NodeJS.ProcessEnv,
  readKeys: (dataDir: string) => { key: string; secret: string } | null,
): Config => {
  const e = checkedEnvironment(env);
  const url = checkedUrl(e.PUBLIC_URL ?? `http://localhost:${e.PORT}`);
  const local = LOCAL_HOSTS.includes(url.hostname);
  const given =
    e.LIVEKIT_API_KEY !== undefined && e.LIVEKIT_API_SECRET !== undefined
      ? { key: e.LIVEKIT_API_KEY, secret: e.LIVEKIT_API_SECRET }
      : readKeys(e.DATA_DIR);
  if (given === null)
    throw new ConfigError(
      'The media server needs a key: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET, or start with "npm start", which makes them.',
    );
  if (!local && e.ORGANISER_KEY === undefined && !e.OPEN_TO_ANYONE)
    throw new ConfigError(
      `Anybody could open sessions on ${url.host}: set ORGANISER_KEY, or OPEN_TO_ANYONE=true if that is what you want.`,
    );
  if (!local && (given.key === 'devkey' || given.secret === 'secret'))
    throw new ConfigError(
      `The media server's default key is known to everybody: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET to random ones for ${url.host}.`,
    );
  return {
    port: e.PORT,
    host: e.HOST,
    publicUrl: url.origin,
    local,
    dataDir: e.DATA_DIR,
    livekitUrl: e.LIVEKIT_URL,
    livekitKey: given.key,
    livekitSecret: given.secret,
    organiserKey: e.ORGANISER_KEY ?? null,
    sealing: e.SEALING,
    trustProxy: e.TRUST_PROXY,
    logLevel: e.LOG_LEVEL,
    clientDir: e.CLIENT_DIR,
    failuresPerMinute: e.FAILURES_PER_MINUTE,
    requestsPerMinute: e.REQUESTS_PER_MINUTE,
    allowance: e.ALLOWANCE,
    pingInterval: e.PING_INTERVAL_MS,
    pingTimeout: e.PING_TIMEOUT_MS,
    failpoint: local ? (e.TELE_BALINT_FAILPOINT ?? null) : null,
  };
};

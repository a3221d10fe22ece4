import path from 'node:path';
import { endLeftovers, recordRunning } from './leftovers.mjs';
import { ensureLivekit } from './livekit.mjs';
import { livekitKeys, writeLivekitConfig } from './livekit-config.mjs';
import { findNode, root } from './node.mjs';
import { ensureFree } from './ports.mjs';
import { supervise } from './supervise.mjs';
import { answers, waitFor } from './wait.mjs';

/** The numbers and places of this start, from the environment. */
export function settings(env = process.env) {
  const port = Number(env.PORT || 8080);
  return {
    port,
    host: env.HOST || '127.0.0.1',
    dataDir: path.resolve(root, env.DATA_DIR || 'data'),
    livekitPort: Number(env.LIVEKIT_PORT || 7880),
    livekitUdpPort: Number(env.LIVEKIT_UDP_PORT || 7882),
    publicUrl: env.PUBLIC_URL || `http://localhost:${port}`,
  };
}

/**
 * Starts LiveKit, unless somebody else runs it, and our server beside it.
 * @param {ReturnType<typeof settings>} at
 * @param {{ watch?: boolean }} [options] `watch` starts the server anew when its files change
 * @returns {Promise<{ end: () => Promise<void> }>}
 */
export async function startStack(at, { watch = false } = {}) {
  const livekit = givenLivekit() ? null : await ensureLivekit();
  await endLeftovers(at.dataDir);
  await ensureFree(portsOf(at, livekit !== null));
  const running = [];
  const record = recordRunning(at.dataDir);
  const end = async () => {
    // The server first: it may still want to tell LiveKit something. LiveKit would wait for its guests for ever.
    await running.find(({ name }) => name === 'Server')?.end('SIGTERM', 10_000);
    await running.find(({ name }) => name === 'LiveKit')?.end('SIGKILL');
    record.ended();
  };
  try {
    const media = livekit === null ? {} : startLivekit(at, livekit, running, record);
    startServer(at, media, watch, running, record);
    await waitFor('The server did not become ready', () => ready(at, running), { deadline: 60_000 });
  } catch (error) {
    await end();
    throw error;
  }
  return { end };
}

/** Whether somebody else runs the media server for us. */
function givenLivekit({ LIVEKIT_URL, LIVEKIT_API_KEY, LIVEKIT_API_SECRET } = process.env) {
  if (!LIVEKIT_URL) return false;
  if (LIVEKIT_API_KEY && LIVEKIT_API_SECRET) return true;
  throw new Error('With LIVEKIT_URL set, LIVEKIT_API_KEY and LIVEKIT_API_SECRET are needed too.');
}

/** The ports that have to be free. */
function portsOf({ port, host, livekitPort, livekitUdpPort }, own) {
  const web = { port, host, setting: 'PORT' };
  if (!own) return [web];
  return [
    web,
    { port: livekitPort, host: '127.0.0.1', setting: 'LIVEKIT_PORT' },
    { port: livekitUdpPort, host: '127.0.0.1', setting: 'LIVEKIT_UDP_PORT', udp: true },
  ];
}

/** Starts the media server and returns what ours has to know of it. */
function startLivekit(at, command, running, record) {
  const keys = livekitKeys(at.dataDir);
  const options = { ...keys, port: at.livekitPort, udpPort: at.livekitUdpPort };
  const config = writeLivekitConfig(at.dataDir, options);
  const args = ['--config', config];
  const started = (pid) => record.started('LiveKit', pid, config);
  running.push(supervise({ name: 'LiveKit', command, args, cwd: at.dataDir, quiet: true, started }));
  return {
    LIVEKIT_URL: `http://127.0.0.1:${at.livekitPort}`,
    LIVEKIT_API_KEY: keys.key,
    LIVEKIT_API_SECRET: keys.secret,
  };
}

/** Starts our server. */
function startServer(at, media, watch, running, record) {
  const env = {
    LOG_LEVEL: 'warn',
    CLIENT_DIR: path.join(root, 'client', 'dist'),
    ...process.env,
    ...media,
    PORT: String(at.port),
    HOST: at.host,
    PUBLIC_URL: at.publicUrl,
    DATA_DIR: at.dataDir,
  };
  // In full, so that its command line tells it from every other program.
  const main = path.join(root, 'server', 'src', 'main.ts');
  const args = [...(watch ? ['--watch', '--watch-preserve-output'] : []), main];
  const started = (pid) => record.started('Server', pid, main);
  running.push(supervise({ name: 'Server', command: findNode(), args, env, cwd: root, started }));
}

/** Whether the server takes people; gives up when a program dies before that: it would die again. */
async function ready(at, running) {
  const dead = running.find(({ deaths }) => deaths > 0);
  if (dead !== undefined) throw new Error(`${dead.name} does not start: see its message above.`);
  return await answers(`http://127.0.0.1:${at.port}/readyz`);
}

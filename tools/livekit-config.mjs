import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The configuration of a media server that only this machine can reach.
 * @param {{ port: number, udpPort: number, key: string, secret: string }} options
 * @returns {string} YAML
 */
export function livekitConfig({ port, udpPort, key, secret }) {
  return [
    `port: ${port}`,
    // Browsers come through the signal gateway; nobody else may reach this port.
    'bind_addresses: ["127.0.0.1"]',
    `keys: { ${JSON.stringify(key)}: ${JSON.stringify(secret)} }`,
    'rtc:',
    '  node_ip: 127.0.0.1',
    '  use_external_ip: false',
    '  enable_loopback_candidate: true',
    // Loopback by its address: its name is another one on every system.
    '  ips: { includes: ["127.0.0.1/32"] }',
    `  udp_port: ${udpPort}`,
    // LiveKit's TCP port would listen on every address.
    '  tcp_port: 0',
    // Nobody answers there: without a line here every browser would be sent to public STUN servers.
    '  stun_servers: ["127.0.0.1:3478"]',
    'room:',
    '  auto_create: true',
    '  empty_timeout: 300',
    // A network failure of everybody at once must not end the room.
    '  departure_timeout: 600',
    'logging:',
    // Warnings and errors hold whole offers, and with them whatever a client has written into one. What ends it, it
    // says without its log.
    '  level: fatal',
    '  pion_level: fatal',
    '',
  ].join('\n');
}

/**
 * The key and secret shared by our server and LiveKit: made once, since a restarted server must meet
 * a LiveKit that is still running.
 * @param {string} dataDir
 * @returns {{ key: string, secret: string }}
 */
export function livekitKeys(dataDir) {
  const file = path.join(dataDir, 'livekit.json');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const keys = { key: `TB${randomBytes(6).toString('hex')}`, secret: randomBytes(32).toString('base64url') };
  writeFileSync(file, `${JSON.stringify(keys)}\n`, { mode: 0o600 });
  return keys;
}

/**
 * Writes the configuration into the data folder.
 * @param {string} dataDir
 * @param {Parameters<typeof livekitConfig>[0]} options
 * @returns {string} path of the file
 */
export function writeLivekitConfig(dataDir, options) {
  const file = path.join(dataDir, 'livekit.yaml');
  // It holds the secret.
  writeFileSync(file, livekitConfig(options), { mode: 0o600 });
  return file;
}

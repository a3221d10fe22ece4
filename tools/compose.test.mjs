import { readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ENV_NAMES } from '../server/src/config.ts';
import { root } from './node.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const text = read('docker-compose.yml');
const { services, networks } = parse(text);

/** Variables that only the tools or only docker-compose.yml read, never the server. */
const others = [
  ...[
    'LIVEKIT_PORT',
    'LIVEKIT_UDP_PORT',
    'DEV_PORT',
    'TELE_BALINT_CACHE',
    'LIVEKIT_DOWNLOAD_BASE',
    'CHROME_PATH',
  ],
  ...['DOMAIN', 'PUBLIC_IP'],
];
/** For proofs only: whoever hosts has no use for a way to kill the server. */
const hostable = ENV_NAMES.filter((name) => name !== 'TELE_BALINT_FAILPOINT');
const explained = [...read('.env.example').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);

describe('the settings', () => {
  it('are all explained in .env.example, and nothing else is [SU7]', () => {
    expect(explained.toSorted()).toEqual([...hostable, ...others].toSorted());
  });

  it('are known to the server where docker-compose.yml sets them [SU7]', () => {
    for (const name of Object.keys(services.app.environment)) expect(hostable).toContain(name);
  });

  it('are all within reach of whoever hosts [SU7]', () => {
    for (const name of hostable) expect(Object.keys(services.app.environment)).toContain(name);
  });

  it('are explained where docker-compose.yml asks for them [SU7]', () => {
    for (const [, name] of text.matchAll(/\$\{([A-Z_]+)/g)) expect(explained).toContain(name);
  });
});

/** LiveKit's own settings, with something in place of every variable. */
const livekit = parse(services.livekit.environment.LIVEKIT_CONFIG.replace(/\$\{[^}]*\}/g, 'x'));

/** The services that stand on a network. */
const on = (network) =>
  Object.entries(services).flatMap(([name, { networks: own }]) =>
    (Array.isArray(own) ? own : Object.keys(own)).includes(network) ? [name] : [],
  );

describe('the hosted room', () => {
  it('asks no resolver where LiveKit is [HS2]', () => {
    const { hostname, port } = new URL(services.app.environment.LIVEKIT_URL);
    expect(hostname).toBe(services.livekit.networks.inside.ipv4_address);
    expect(Number(port)).toBe(livekit.port);
  });

  it('opens HTTPS and the media ports to the world and nothing else [SU7]', () => {
    const open = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(open.toSorted()).toEqual(['443:443', '7881:7881/tcp', '7882:7882/udp']);
  });

  it('gives the media server its published ports and a pinned version [SU7]', () => {
    expect(services.livekit.image).toMatch(/:v1\.13\.5$/);
    expect(livekit.rtc).toMatchObject({ tcp_port: 7881, udp_port: 7882 });
    expect(livekit.port).toBe(7880);
  });

  it('keeps what clients say out of the media server’s log [SU11]', () => {
    expect(livekit.logging).toEqual({ level: 'fatal', pion_level: 'fatal' });
  });

  it('lets nobody but the app come near the media server’s own port [SU10]', () => {
    expect(on('inside')).toEqual(['app', 'livekit']);
    expect(on('outside')).toEqual(['caddy', 'livekit']);
    expect(livekit.bind_addresses).toEqual([services.livekit.networks.inside.ipv4_address]);
    expect(networks.inside.internal).toBe(true);
    // Without an address of its own there the host has no way in either.
    expect(networks.inside.driver_opts).toEqual({ 'com.docker.network.bridge.inhibit_ipv4': 'true' });
  });

  it('gives the server no way out but to Caddy and the media server [SU10]', () => {
    expect(Object.keys(services.app.networks)).toEqual(['web', 'inside']);
    expect(on('web')).toEqual(['caddy', 'app']);
    expect(networks.web).toEqual({ internal: true });
  });

  it('leaves the media server one address for sound and pictures [SU10]', () => {
    const [{ subnet }] = networks.inside.ipam.config;
    expect(livekit.rtc.ips).toEqual({ excludes: [subnet] });
    expect(Object.keys(services.livekit.networks)).toEqual(['outside', 'inside']);
    const range = new BlockList();
    range.addSubnet(...subnet.split('/').map((part, at) => (at === 1 ? Number(part) : part)));
    const [app, media] = [services.app, services.livekit].map((one) => one.networks.inside.ipv4_address);
    expect(range.check(app) && range.check(media) && app !== media).toBe(true);
  });
});

describe('Caddy', () => {
  const caddyfile = read('Caddyfile').replace(/^\s*#.*$/gm, '');

  it('needs no port but 443 for the certificate [SU7]', () => {
    expect(caddyfile).toMatch(/^\s*\{[^]*?auto_https disable_redirects$/m);
    expect(caddyfile).toMatch(/tls \{\s*issuer acme \{\s*disable_http_challenge\s*\}\s*\}/);
  });

  it('tells its log nothing of any request, also of one that failed [SU11]', () => {
    const [global] = caddyfile.split('{$DOMAIN}');
    expect(global).toMatch(/log \{\s*exclude http\.log http\.handlers\s*\}/);
    // This block and the name in it: no access log anywhere.
    expect(caddyfile.match(/\blog\b/g)).toHaveLength(2);
  });
});

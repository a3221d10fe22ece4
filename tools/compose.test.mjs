import { readFileSync } from 'node:fs';
import { BlockList } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ENV_NAMES } from '../server/src/config.ts';
import { root } from './node.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const text = read('docker-compose.yml');
const { services, networks } = parse(text, { merge: true });

/** Variables that only the tools or only docker-compose.yml read, never the server. */
const others = [
  ...[
    'LIVEKIT_PORT',
    'LIVEKIT_UDP_PORT',
    'DEV_PORT',
    'TELE_BALINT_CACHE',
    'LIVEKIT_DOWNLOAD_BASE',
    'CHROME_PATH',
    'FIREFOX_PATH',
  ],
  'SEALED_ONLY',
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

const dockerfile = read('Dockerfile');

describe('the containers', () => {
  it('run as nobody in particular, write into their volumes alone, and have and get no right [SU19]', () => {
    expect(Object.keys(services).toSorted()).toEqual(['app', 'caddy', 'livekit']);
    for (const service of Object.values(services)) {
      expect(service).toMatchObject({ user: '1000:1000', read_only: true, cap_drop: ['ALL'] });
      expect(service.security_opt).toEqual(['no-new-privileges:true']);
      for (const wide of ['cap_add', 'privileged', 'devices', 'pid', 'ipc', 'network_mode', 'userns_mode'])
        expect(service).not.toHaveProperty(wide);
    }
    const mounts = Object.values(services).flatMap(({ volumes = [] }) => volumes);
    expect(mounts.toSorted()).toEqual(['app-data:/data', 'caddy-data:/data/caddy']);
  });

  it('are asked whether they live, each in a program that its image has [SU19]', () => {
    for (const { healthcheck } of Object.values(services)) {
      expect(healthcheck.test.slice(0, 2)).toEqual(['CMD', expect.stringMatching(/^(nc|node|wget)$/)]);
      expect(healthcheck).toMatchObject({ interval: '10s', timeout: '5s' });
    }
    expect(services.app.healthcheck.test[3]).toContain(`:${services.app.environment.PORT}/healthz`);
    expect(services.livekit.healthcheck.test.at(-1)).toContain(`:${livekit.port}`);
    expect(services.caddy.healthcheck.test.at(-1)).toBe('8443');
  });

  it('are built so: no stage that is kept runs as root, and each image has a version [SU19]', () => {
    const stages = dockerfile.split(/^(?=FROM )/m).slice(1);
    expect(stages.map((stage) => stage.split('\n')[0])).toEqual([
      'FROM node:24-slim AS build',
      expect.stringMatching(/^FROM caddy:2\.\d+\.\d+ AS caddy$/),
      'FROM node:24-slim AS app',
    ]);
    for (const stage of stages.slice(1)) expect(stage).toMatch(/^USER (node|1000:1000)$/m);
    expect([services.caddy.build.target, services.app.build.target]).toEqual(['caddy', 'app']);
  });

  it('have no secret of their own: one that is not set is asked for [SU19]', () => {
    expect(text).toContain('${LIVEKIT_API_KEY:?');
    expect(text).toContain('${LIVEKIT_API_SECRET:?');
    for (const name of ['LIVEKIT_API_KEY', 'LIVEKIT_API_SECRET', 'ORGANISER_KEY']) {
      expect(read('.env.example')).toMatch(new RegExp(`^#${name}=$`, 'm'));
      expect(text).not.toMatch(new RegExp(`\\$\\{${name}:?-[^}]`));
      expect(dockerfile).not.toContain(name);
    }
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
    expect(open.toSorted()).toEqual(['443:8443', '7881:7881/tcp', '7882:7882/udp']);
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

  it('needs no right for its port, and takes no orders while it runs [SU19]', () => {
    for (const line of ['https_port 8443', 'admin off', 'persist_config off'])
      expect(caddyfile).toMatch(new RegExp(`^\\t${line}$`, 'm'));
  });

  it('tells its log nothing of any request, also of one that failed [SU11]', () => {
    const [global] = caddyfile.split('{$DOMAIN}');
    expect(global).toMatch(/log \{\s*exclude http\.log http\.handlers\s*\}/);
    // This block and the name in it: no access log anywhere.
    expect(caddyfile.match(/\blog\b/g)).toHaveLength(2);
  });
});

import { readFileSync } from 'node:fs';
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

describe('the hosted room', () => {
  it('opens HTTPS and the media ports to the world and nothing else [SU7]', () => {
    const open = Object.values(services).flatMap(({ ports = [] }) => ports);
    expect(open.toSorted()).toEqual(['443:443', '7881:7881/tcp', '7882:7882/udp', '80:80']);
  });

  it('keeps the server and the media server on an inner network [SU7]', () => {
    expect(networks.inside).toEqual({ internal: true });
    expect(services.app.networks).toEqual(['inside']);
    expect(services.livekit.networks).toContain('inside');
  });

  it('gives the media server its published ports and a pinned version [SU7]', () => {
    expect(services.livekit.image).toMatch(/:v1\.13\.5$/);
    const config = parse(services.livekit.environment.LIVEKIT_CONFIG.replace(/\$\{[^}]*\}/g, 'x'));
    expect(config.rtc).toMatchObject({ tcp_port: 7881, udp_port: 7882 });
    expect(config.port).toBe(7880);
  });
});

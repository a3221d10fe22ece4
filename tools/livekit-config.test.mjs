import { statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { parse } from 'yaml';
import { livekitConfig, livekitKeys, writeLivekitConfig } from './livekit-config.mjs';

const options = { port: 7880, udpPort: 7882, key: 'key', secret: 's"ecret' };

describe('the media server on this machine', () => {
  it('listens on loopback only and names no public STUN server [SU5]', () => {
    const config = parse(livekitConfig(options));
    expect(config.bind_addresses).toEqual(['127.0.0.1']);
    expect(config.keys).toEqual({ key: 's"ecret' });
    expect(config.rtc).toMatchObject({ node_ip: '127.0.0.1', udp_port: 7882, tcp_port: 0 });
    expect(config.rtc).toMatchObject({
      ips: { includes: ['127.0.0.1/32'] },
      enable_loopback_candidate: true,
    });
    expect(config.rtc.stun_servers).toEqual(['127.0.0.1:3478']);
  });

  it('writes no warning and no error into its log, which would hold whole offers [SU11]', () => {
    expect(parse(livekitConfig(options)).logging).toEqual({ level: 'fatal', pion_level: 'fatal' });
  });

  it('keeps its random secret over restarts, for its owner only [SU5]', () => {
    const folder = temporary();
    const keys = livekitKeys(folder);
    expect(keys.secret.length).toBeGreaterThan(40);
    expect(livekitKeys(folder)).toEqual(keys);
    const config = writeLivekitConfig(folder, { ...options, ...keys });
    for (const file of [config, path.join(folder, 'livekit.json')]) {
      // Windows keeps no such bits: there a person's folder is their own.
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    }
  });
});

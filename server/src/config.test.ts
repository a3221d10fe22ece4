import { describe, expect, it } from 'vitest';
import { ConfigError, ENV_NAMES, readConfig } from './config.ts';

const keys = () => ({ key: 'kept-key', secret: 'kept-secret' });

describe('the settings', () => {
  it('start on this machine with nothing set [HT2]', () => {
    const config = readConfig({}, keys);
    expect(config).toMatchObject({
      port: 8080,
      publicUrl: 'http://localhost:8080',
      local: true,
      livekitKey: 'kept-key',
    });
    expect(ENV_NAMES).toContain('ORGANISER_KEY');
  });

  it.each([
    [
      'a public address that anybody may open sessions on',
      { PUBLIC_URL: 'https://balint.example' },
      /ORGANISER_KEY/,
    ],
    [
      'a public address with the known key',
      {
        PUBLIC_URL: 'https://balint.example',
        ORGANISER_KEY: 'x',
        LIVEKIT_API_KEY: 'devkey',
        LIVEKIT_API_SECRET: 'secret',
      },
      /default key/,
    ],
    ['no address', { PUBLIC_URL: 'balint' }, /PUBLIC_URL/],
    ['an address with a path', { PUBLIC_URL: 'https://balint.example/x' }, /without a path/],
    ['a port that is none', { PORT: 'eighty' }, /PORT/],
  ])('refuse %s, with a sentence [HT2]', (_name, env, sentence) => {
    expect(() => readConfig(env, keys)).toThrow(ConfigError);
    expect(() => readConfig(env, keys)).toThrow(sentence);
  });

  it('refuse to start without a key for the media server [HT2]', () => {
    expect(() => readConfig({}, () => null)).toThrow(/LIVEKIT_API_KEY/);
  });

  it('know the point at which proofs kill the server on one machine only [HT2]', () => {
    const failpointAt = (url: string): string | null => {
      const env = { PUBLIC_URL: url, ORGANISER_KEY: 'x', TELE_BALINT_FAILPOINT: 'before-ack:1' };
      return readConfig(env, keys).failpoint;
    };
    expect(failpointAt('http://localhost:8080')).toBe('before-ack:1');
    expect(failpointAt('https://balint.example')).toBe(null);
    expect(failpointAt('http://192.168.0.9:8080')).toBe(null);
    expect(readConfig({}, keys).failpoint).toBe(null);
  });

  it('ask for sealed tracks unless somebody says no [GW56, EE11]', () => {
    const sealing = (env: NodeJS.ProcessEnv) => readConfig(env, keys).sealing;
    expect([sealing({}), sealing({ SEALING: '' }), sealing({ SEALING: 'true' })]).toEqual([true, true, true]);
    expect(sealing({ SEALING: 'false' })).toBe(false);
    expect(() => sealing({ SEALING: 'yes' })).toThrow(/SEALING/);
  });

  it('take an open door that somebody asked for [HT2]', () => {
    expect(
      readConfig({ PUBLIC_URL: 'https://balint.example/', OPEN_TO_ANYONE: 'true' }, keys).publicUrl,
    ).toBe('https://balint.example');
  });
});

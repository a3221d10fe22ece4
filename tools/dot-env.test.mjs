import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { machineSettings, readDotEnv } from './dot-env.mjs';

const file = path.join(temporary(), '.env');
writeFileSync(file, 'CHROME_PATH=/from/file\nORGANISER_KEY=secret\nTELE_BALINT_CACHE=/from/file\n');

beforeEach(() => {
  for (const name of ['CHROME_PATH', 'ORGANISER_KEY']) vi.stubEnv(name, undefined);
  vi.stubEnv('TELE_BALINT_CACHE', '/from/environment');
});
afterEach(() => vi.unstubAllEnvs());

describe('the settings file', () => {
  it('is read whole by a start, and the environment wins [SU7]', () => {
    readDotEnv({ file });
    expect(process.env).toMatchObject({ CHROME_PATH: '/from/file', ORGANISER_KEY: 'secret' });
    expect(process.env.TELE_BALINT_CACHE).toBe('/from/environment');
  });

  it('gives tests what is true of this machine, and no key [SU7]', () => {
    readDotEnv({ file, only: machineSettings });
    expect(process.env.CHROME_PATH).toBe('/from/file');
    expect(process.env.ORGANISER_KEY).toBeUndefined();
  });

  it('may be missing [SU7]', () => {
    expect(() => readDotEnv({ file: `${file}.none` })).not.toThrow();
  });
});

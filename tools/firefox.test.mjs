import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureFirefox } from './firefox.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('the Firefox for the tests', () => {
  it('is the one that FIREFOX_PATH names [SU1]', async () => {
    vi.stubEnv('FIREFOX_PATH', process.execPath);
    expect(await ensureFirefox()).toBe(process.execPath);
  });

  it('is refused with a sentence when the named one does not run [SU1]', async () => {
    vi.stubEnv('FIREFOX_PATH', '/nowhere/firefox');
    await expect(ensureFirefox()).rejects.toThrow("FIREFOX_PATH is /nowhere/firefox, which doesn't run.");
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureBrowser } from './browser.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('the browser for the tests', () => {
  it('is the one that CHROME_PATH names [SU1]', async () => {
    // Any program that answers when asked for its version will do.
    vi.stubEnv('CHROME_PATH', process.execPath);
    expect(await ensureBrowser()).toBe(process.execPath);
  });

  it('is refused with a sentence when the named one does not run [SU1]', async () => {
    vi.stubEnv('CHROME_PATH', '/nowhere/chrome');
    await expect(ensureBrowser()).rejects.toThrow("CHROME_PATH is /nowhere/chrome, which doesn't run.");
  });
});

import { describe, expect, it, vi } from 'vitest';
import { unlessRevoked } from './unless-revoked.ts';

const never = new Promise<void>(() => undefined);

describe('work that needs a right', () => {
  it('[MC1] gives its value, or its failure, while the right stands', async () => {
    const late = vi.fn();
    expect(await unlessRevoked(Promise.resolve('track'), never, late)).toBe('track');
    await expect(unlessRevoked(Promise.reject(new Error('busy')), never, late)).rejects.toThrow('busy');
    expect(late).not.toHaveBeenCalled();
  });

  it('[MC1] is waited for no longer once the right is gone; what still comes of it is handed over', async () => {
    const work = Promise.withResolvers<string>();
    const late = vi.fn();
    expect(await unlessRevoked(work.promise, Promise.resolve(), late)).toBeNull();
    work.resolve('track');
    await vi.waitFor(() => expect(late).toHaveBeenCalledExactlyOnceWith('track'));
  });

  it('[MC1] fails in silence after the right is gone', async () => {
    const work = Promise.withResolvers<string>();
    const late = vi.fn();
    expect(await unlessRevoked(work.promise, Promise.resolve(), late)).toBeNull();
    work.reject(new Error('publication timed out'));
    await work.promise.catch(() => undefined);
    expect(late).not.toHaveBeenCalled();
  });
});

import { afterEach, expect, it, vi } from 'vitest';
import { isOnlyWindow } from './place.ts';

afterEach(() => void vi.unstubAllGlobals());

it('[DR7] a page that sits down again is no second window; another page is', async () => {
  const held: { readonly name: string }[] = [];
  const locks = {
    query: () => Promise.resolve({ held: [...held] }),
    request: (name: string, _how: object, hold: (lock: object) => Promise<void>) => {
      held.push({ name });
      return hold({});
    },
  };
  vi.stubGlobal('navigator', { locks });
  expect(await isOnlyWindow('session')).toBe(true);
  expect(await isOnlyWindow('session')).toBe(true);
  expect(held).toHaveLength(1);
  vi.resetModules();
  const another = await import('./place.ts');
  expect(await another.isOnlyWindow('session')).toBe(false);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { serverRequest } from './server-request.ts';

const NOW = Date.UTC(2030, 2, 11, 8);
beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('[LB20] an answer says by how much the server’s clock is ahead, where it has a date', async () => {
  const answer = (headers: Record<string, string>) => {
    vi.stubGlobal('fetch', async () => Response.json({}, { headers }));
    return serverRequest('GET', '/api/about');
  };
  const date = new Date(NOW + 90_000).toUTCString();
  expect(await answer({ date })).toEqual({ ok: true, value: {}, ahead: 90_000 });
  expect(await answer({})).toEqual({ ok: true, value: {} });
  expect(await answer({ date: 'soon' })).toEqual({ ok: true, value: {} });
});

it('[SC7] a question that is given up was answered by nobody', async () => {
  vi.stubGlobal(
    'fetch',
    (_path: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('given up')))),
  );
  const given = new AbortController();
  const asked = serverRequest('GET', '/api/about', undefined, given.signal);
  given.abort();
  expect(await asked).toEqual({ ok: false, refusal: 'network' });
});

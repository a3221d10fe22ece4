import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { comeIn, openGroup } from '../testing/group.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { originGuard } from './origins.ts';

/** The whole policy of our pages, which may open these sockets. */
const policyWith = (sockets: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob: mediastream:",
    `connect-src 'self' ${sockets.join(' ')}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join(';');

describe('the pages', { timeout: 60_000 }, () => {
  let at: Listening;
  const dir = mkdtempSync(path.join(tmpdir(), 'tele-balint-client-'));
  beforeAll(async () => {
    mkdirSync(path.join(dir, 'assets'));
    writeFileSync(path.join(dir, 'index.html'), '<!doctype html><title>Tele-Balint</title>');
    writeFileSync(path.join(dir, 'assets', 'index-abc123.js'), 'export {};');
    writeFileSync(path.join(dir, 'index.html.br'), brotliCompressSync('<title>Tele-Balint, small</title>'));
    at = await listening({ env: { CLIENT_DIR: dir } });
  });
  afterAll(async () => {
    await at.stop();
    rmSync(dir, { recursive: true });
  });

  it('are one page at / and at every link, never kept; hashed files are kept for ever [HT13]', async () => {
    for (const place of ['/', '/s/some-session-of-a-group']) {
      const page = await fetch(`${at.url}${place}`);
      expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store']);
      expect(await page.text()).toContain('Tele-Balint');
    }
    const file = await fetch(`${at.url}/assets/index-abc123.js`);
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect((await fetch(`${at.url}/assets/../../package.json`)).status).toBe(404);
    expect((await fetch(`${at.url}/%2e%2e/%2e%2e/etc/passwd`)).status).toBeGreaterThanOrEqual(400);
  });

  it('also answer an address that leads nowhere, so that a mistyped link is told in words [HT13]', async () => {
    const asked = async (place: string, init: RequestInit) => {
      const answer = await fetch(`${at.url}${place}`, init);
      return [answer.status, (await answer.text()).includes('Tele-Balint')];
    };
    const browser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };
    for (const place of ['/nothing', '/s', '/S/some-session-of-a-group'])
      expect(await asked(place, browser)).toEqual([404, true]);
    expect(await asked('/api/nothing', browser)).toEqual([404, false]);
    expect(await asked('/assets/gone.js', { headers: { accept: '*/*' } })).toEqual([404, false]);
    expect(await asked('/nothing', { ...browser, method: 'POST' })).toEqual([404, false]);
  });

  it('go out compressed to a browser that takes it, and whole to any other [HT13]', async () => {
    const asked = async (place: string, accept: string): Promise<readonly (string | null)[]> => {
      const page = await fetch(`${at.url}${place}`, { headers: { 'accept-encoding': accept } });
      const { headers } = page;
      const said = [
        headers.get('content-encoding'),
        headers.get('content-type'),
        headers.get('cache-control'),
      ];
      return [...said, await page.text()];
    };
    const html = 'text/html; charset=utf-8';
    const small = ['br', html, 'no-store', '<title>Tele-Balint, small</title>'];
    expect(await asked('/s/some-session-of-a-group', 'gzip, br')).toEqual(small);
    const whole = [null, html, 'no-store', '<!doctype html><title>Tele-Balint</title>'];
    expect(await asked('/', 'gzip')).toEqual(whole);
    expect(await asked('/', 'identity')).toEqual(whole);
  });

  it('carry the headers that keep them to themselves, on refusals too [HT13]', async () => {
    const sockets = ['localhost', '127.0.0.1'].map((host) => `ws://${host}:${new URL(at.url).port}`);
    const policy = policyWith(sockets);
    for (const place of ['/', '/api/about', '/api/nothing', '/assets/index-abc123.js']) {
      const { headers } = await fetch(`${at.url}${place}`);
      expect([place, headers.get('content-security-policy')]).toEqual([place, policy]);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('strict-transport-security')).toBe(null);
    }
  });

  it('answer whether the process lives, and whether it is ready [HT14]', async () => {
    expect((await fetch(`${at.url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${at.url}/readyz`)).json()).toEqual({ ok: true, log: true, media: true });
  });

  it('leave no name, secret, token or whole session id in the log [HT15]', async () => {
    const group = await openGroup(at.url);
    const leader = await comeIn(at.url, group, group.leader, 'Canary Bird');
    await leader.command({ type: 'next', turn: leader.room().course.turn });
    await fetch(`${at.url}/sfu/session/rtc/validate?access_token=CANARY-TOKEN`);
    await fetch(`${at.url}/s/${group.id}?x=CANARY-QUERY`);
    leader.write('42["command",{"name":"CANARY-NAME"}]');
    await vi.waitFor(() => expect(at.lines()).toContain('a connection was ended'));
    const lines = at.lines();
    expect(lines).toContain('/api/sessions/:id/enter');
    expect(lines).toContain(group.id.slice(0, 6));
    for (const canary of [
      'Canary',
      'CANARY',
      group.leader.secret,
      group.leader.hash,
      group.id.slice(0, 7),
      'Thursday',
    ])
      expect(lines).not.toContain(canary);
  });
});

it('knows its own origins only; on one machine both of its names [SK16]', () => {
  const far = originGuard({ publicUrl: 'https://balint.example', local: false });
  expect(far('https://balint.example')).toBe(true);
  for (const origin of [
    'http://balint.example',
    'https://balint.example.evil.com',
    'https://localhost',
    'null',
    undefined,
  ])
    expect(far(origin)).toBe(false);
  const near = originGuard({ publicUrl: 'http://localhost:8080', local: true });
  expect([
    near('http://127.0.0.1:8080'),
    near('http://localhost:8080'),
    near('http://localhost:8081'),
  ]).toEqual([true, true, false]);
});

it('asks for https only where it is served over https [HT13]', async () => {
  const at = await listening({ env: { PUBLIC_URL: 'https://balint.example', ORGANISER_KEY: 'open sesame' } });
  const { headers } = await fetch(`${at.url}/healthz`);
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  expect(headers.get('content-security-policy')).toBe(policyWith(['wss://balint.example']));
  await at.stop();
});

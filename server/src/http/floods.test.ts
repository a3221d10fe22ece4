// Floods over HTTP, at the limits that the program has when nobody sets any. Its clock stands still, so that nothing fills again.

import { mkdirSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { enterBodyOf, freshGroup, openBodyOf, send, type Group, type Link } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { until } from '../testing/until.ts';
import { DAY, MINUTE } from '@tele-balint/shared/vocabulary';
import { temporary } from '../testing/temporary.ts';

const usual = (env: Record<string, string> = {}) => listening({ clock: manualClock(), limited: true, env });

const opening = async (url: string, group: Group, organiserKey?: string) => {
  const body = { ...openBodyOf(group), ...(organiserKey === undefined ? {} : { organiserKey }) };
  return send(url, 'PUT', `/api/sessions/${group.id}`, body);
};
const open = async (...parts: Parameters<typeof opening>): Promise<number> =>
  (await opening(...parts)).status;
const ask = async (url: string, group: Group, link: Link): Promise<number> =>
  (await send(url, 'POST', `/api/sessions/${group.id}/enter`, enterBodyOf(link, 'Mallory'))).status;

/** How often something is done before the first 429. */
const until429 = async (most: number, again: (n: number) => Promise<number>): Promise<number> => {
  for (let n = 0; n < most; n += 1) if ((await again(n)) === 429) return n;
  return most;
};

describe('a flood over HTTP', { timeout: 120_000 }, () => {
  it('opens only so many sessions where no key is asked for [HT20]', async () => {
    const at = await usual();
    const first = freshGroup();
    expect(await open(at.url, first)).toBe(201);
    // The same opening again costs nothing.
    for (let n = 0; n < 5; n += 1) expect(await open(at.url, first)).toBe(200);
    expect(await until429(100, () => open(at.url, freshGroup()))).toBe(19);
    expect((await opening(at.url, freshGroup())).body).toEqual({ refusal: 'too-many-tries' });
    await at.stop();
  });

  it('opens only so many sessions in a day, however patiently [HT20]', async () => {
    const clock = manualClock();
    const at = await listening({ clock, limited: true });
    const patiently = (): Promise<number> => {
      clock.advance(MINUTE);
      return open(at.url, freshGroup());
    };
    // A hundred, and what fills again in an hour and three quarters.
    expect(await until429(200, patiently)).toBe(107);
    // A minute does not help: another answer says when to try again.
    expect((await opening(at.url, freshGroup())).body).toEqual({ refusal: 'too-many-today' });
    clock.advance(15 * MINUTE);
    expect(await open(at.url, freshGroup())).toBe(201);
    clock.advance(DAY);
    expect(await until429(200, patiently)).toBe(107);
    await at.stop();
  });

  it('leaves whoever knows the key alone [HT20]', async () => {
    const at = await usual({ ORGANISER_KEY: 'open sesame' });
    expect(await until429(100, () => open(at.url, freshGroup(), 'open sesame'))).toBe(100);
    await at.stop();
  });

  it('asks to come in only so often at one link, and at others all the same [HT20]', async () => {
    const at = await usual({ TRUST_PROXY: 'true' });
    const group = freshGroup();
    await open(at.url, group);
    expect(await until429(200, () => ask(at.url, group, group.open))).toBe(40);
    expect(await ask(at.url, group, group.leader)).toBe(200);
    expect(await ask(at.url, group, group.members[0]!)).toBe(200);
    await at.stop();
  });

  it('asks to come in only so often from one address, whatever the link [HT20]', async () => {
    const at = await usual();
    const groups = Array.from({ length: 10 }, freshGroup);
    for (const group of groups) await open(at.url, group);
    expect(await until429(1_000, (n) => ask(at.url, groups[n % 10]!, groups[n % 10]!.open))).toBe(240);
    await at.stop();
  });

  it('keeps nobody from a right link because others of the same address guess [HT20]', async () => {
    const at = await usual();
    const group = freshGroup();
    await open(at.url, group);
    for (let n = 0; n < 300; n += 1) await ask(at.url, group, freshGroup().open);
    expect(await ask(at.url, group, group.leader)).toBe(200);
    await at.stop();
  });

  it('counts addresses of the older form, which a server on both forms sees, one by one [HT3, HT20]', async () => {
    const at = await usual({ TRUST_PROXY: 'true' });
    const group = freshGroup();
    await open(at.url, group);
    const from = async (address: string): Promise<number> =>
      (
        await fetch(`${at.url}/api/sessions/${group.id}/enter`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
          body: JSON.stringify(enterBodyOf(group.open, 'Mallory')),
        })
      ).status;
    expect(await until429(100, () => from('::ffff:192.0.2.1'))).toBe(40);
    expect(await from('192.0.2.1')).toBe(429);
    expect(await from('::ffff:192.0.2.2')).toBe(200);
    await at.stop();
  });

  it('holds no files open for whoever asks and reads nothing [HT22]', async () => {
    const folder = temporary();
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), '<!doctype html>');
    const big = path.join(folder, 'assets', 'big.js');
    writeFileSync(big, '');
    // More than the machine itself takes for a reader who reads nothing.
    truncateSync(big, 256 * 1024 * 1024);
    const at = await listening({ env: { CLIENT_DIR: folder } });
    // Our own halves of the two connections.
    const OWN = 2;
    const openFiles = (): number => readdirSync('/dev/fd').length;
    const before = openFiles();
    const socket = connect(Number(new URL(at.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.pause();
    let most = 0;
    socket.write('GET /assets/big.js HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(1_200));
    // Nor does a single answer wait for ever for somebody who reads nothing.
    const one = connect(Number(new URL(at.url).port), '127.0.0.1');
    one.on('error', () => undefined);
    one.pause();
    one.write('GET /assets/big.js HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const given = performance.now();
    await until(
      'the end of both',
      () => {
        most = Math.max(most, openFiles());
        return performance.now() - given > 5_000 && openFiles() <= before + OWN;
      },
      60_000,
    );
    expect(most - before).toBeLessThan(40);
    expect(performance.now() - given).toBeLessThan(30_000);
    socket.destroy();
    one.destroy();
    await at.stop();
  });
});

it('writes no line for each request that is too many [HT3]', { timeout: 120_000 }, async () => {
  const at = await usual({ REQUESTS_PER_MINUTE: '50' });
  const count = await until429(1_000, async () => (await fetch(`${at.url}/healthz`)).status);
  expect(count).toBe(50);
  for (let n = 0; n < 200; n += 1) await fetch(`${at.url}/healthz`);
  const lines = at.lines().split('\n');
  expect(lines.filter((line) => line.includes('/healthz')).length).toBeLessThanOrEqual(50);
  expect(lines.filter((line) => line.includes('too many'))).toHaveLength(1);
  await at.stop();
});

// Whose address counts: on the pages and on the sockets, with a proxy in front and without.

import { describe, expect, it } from 'vitest';
import { comeIn, enter, openGroup } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { freshId, knock } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

/** Guesses that one address has; the clock stands still, so none comes back. */
const GUESSES = 3;

const counting = async (env: Record<string, string>) => {
  const at = await listening({
    clock: manualClock(),
    env: { FAILURES_PER_MINUTE: String(GUESSES), ...env },
  });
  /** The status of a wrong secret that comes from these hops. */
  const guess = async (forwarded: string): Promise<number> => {
    const answer = await fetch(`${at.url}/api/sessions/${freshId()}/look`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': forwarded },
      body: JSON.stringify({ secret: freshId() }),
    });
    return answer.status;
  };
  return { at, guess };
};

describe('the address of a caller', { timeout: 60_000 }, () => {
  it('is the one that our proxy saw, whatever the caller writes before it [HT3]', async () => {
    const { at, guess } = await counting({ TRUST_PROXY: 'true' });
    for (let n = 0; n < GUESSES; n += 1) expect(await guess(`198.51.100.${n}, 203.0.113.1`)).toBe(404);
    expect(await guess('198.51.100.99, 203.0.113.1')).toBe(429);
    // Nor can anybody spend another one's guesses.
    expect(await guess('203.0.113.1, 203.0.113.2')).toBe(404);
    await at.stop();
  });

  it('is the same at the sockets [HT3]', async () => {
    const { at, guess } = await counting({ TRUST_PROXY: 'true' });
    for (let n = 0; n < GUESSES; n += 1) {
      const forwarded = `198.51.100.${n}, 203.0.113.3`;
      const { refusal } = await knock(at.url, { session: freshId(), token: freshId(), forwarded });
      expect(refusal).toBe('unauthorised');
    }
    expect(await guess('203.0.113.3')).toBe(429);
    expect(await guess('198.51.100.0')).toBe(404);
    await at.stop();
  });

  it('loses its connection with each wrong token once it is spent, and right ones come in [HT11]', async () => {
    const { at, guess } = await counting({});
    const group = await openGroup(at.url);
    const token = await enter(at.url, group, group.leader, 'Anna');
    const wrong = () => knock(at.url, { session: group.id, token: freshId() });
    const first = await wrong();
    await guess('');
    await guess('');
    expect(first.closed).toBe(false);
    // Well before the five seconds in which any connection must have said who it is.
    const late = await wrong();
    await until('the end of the connection', () => late.closed, 2_000);
    expect([first.refusal, late.refusal]).toEqual(['unauthorised', 'unauthorised']);
    // What was guessed at the sockets counts for the pages too.
    expect(await guess('')).toBe(429);
    expect((await knock(at.url, { session: group.id, token })).room().you.seats[0].leads).toBe(true);
    expect((await comeIn(at.url, group, group.coLeader, 'Bea')).refusal).toBe(null);
    await at.stop();
  });

  it('is the connection’s own where no proxy stands in front [HT3]', async () => {
    const { at, guess } = await counting({});
    expect(await guess('203.0.113.1')).toBe(404);
    const { refusal } = await knock(at.url, {
      session: freshId(),
      token: freshId(),
      forwarded: '203.0.113.2',
    });
    expect(refusal).toBe('unauthorised');
    expect(await guess('203.0.113.3')).toBe(404);
    expect(await guess('203.0.113.4')).toBe(429);
    await at.stop();
  });

  it('has so many requests in a minute, right ones too [HT3]', async () => {
    const clock = manualClock();
    const at = await listening({ clock, env: { REQUESTS_PER_MINUTE: '6' } });
    const statusOf = async (place: string): Promise<number> => (await fetch(`${at.url}${place}`)).status;
    for (let n = 0; n < 3; n += 1) {
      expect(await statusOf('/api/about')).toBe(200);
      expect(await statusOf('/healthz')).toBe(200);
    }
    for (const place of ['/api/about', '/healthz', '/s/any', '/nothing'])
      expect(await statusOf(place)).toBe(429);
    clock.advance(10_000);
    expect(await statusOf('/api/about')).toBe(200);
    await at.stop();
  });
});

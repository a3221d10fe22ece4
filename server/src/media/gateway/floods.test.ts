import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { message } from '../testing/message.ts';
import { addMicrophone, asks, offers } from '../testing/requests.ts';
import { gatewayed } from '../testing/signal.ts';

vi.setConfig({ testTimeout: 60_000 });
const gateway = gatewayed();
const clients: WebSocket[] = [];
afterEach(() => clients.splice(0).forEach((client) => client.terminate()));

/** The status of an upgrade from an address. */
const knock = async (identity: string, from: string): Promise<number> => {
  const client = new WebSocket(await gateway.url(identity), { headers: { 'x-from': from } });
  clients.push(client);
  // Some are ended on their way.
  client.on('error', () => undefined);
  return new Promise((resolve) => {
    client.once('open', () => resolve(101));
    client.once('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
  });
};

describe('floods at the gateway', () => {
  test('[GW25] junk is logged once a connection and kind, however much there is', async () => {
    const alice = await gateway.through('alice');
    const junk = Array.from({ length: 500 }, (_, n) => [
      Buffer.from([0xff, n % 256]),
      message([13, message([1, 1])]),
      message([900, n]),
    ]);
    await alice.send(...junk.flat());
    expect(gateway.log).toEqual([
      { what: 'unreadable', ends: false },
      { what: 'simulate', ends: false },
      { what: 'unknown', ends: false },
    ]);
  });

  test('[GW25] what LiveKit’s own clients send though it is not carried is not worth a line', async () => {
    const alice = await gateway.through('alice');
    expect(
      await alice.send(asks({ case: 'subscriptionPermission', value: { allParticipants: true } as never })),
    ).toEqual([]);
    expect(gateway.log).toEqual([]);
  });

  test('[GW25] an identity has so many frames and bytes, and a new connection does not fill them up again', async () => {
    const alice = await gateway.through('alice');
    const ping = asks({ case: 'ping', value: 1n });
    expect(await alice.send(...Array.from({ length: 2100 }, () => ping))).toBe('ended');
    const again = await gateway.through('alice', { reconnect: '1' });
    expect(await again.send(...Array.from({ length: 200 }, () => ping))).toBe('ended');
    // Somebody else has a budget of their own.
    const bert = await gateway.through('bert');
    expect(await bert.send(...Array.from({ length: 1500 }, () => ping))).toHaveLength(1500);
    const large = asks({ case: 'offer', value: { type: 'offer', sdp: 'x'.repeat(390_000) } as never });
    const carol = await gateway.through('carol');
    const notText = asks({ case: 'trickle', value: { candidateInit: 'x'.repeat(15_000) } as never });
    // In portions: a LiveKit that reads slowly would end it too.
    const portion = Array.from({ length: 100 }, () => notText);
    let fate: unknown;
    for (let n = 0; n < 15 && fate !== 'ended'; n += 1) fate = await carol.send(...portion);
    expect(fate).toBe('ended');
    const back = await gateway.through('carol', { reconnect: '1' });
    expect(await back.send(large)).toBe('ended');
    expect(
      gateway.log.filter((line) => 'what' in line && line.what === 'more than one page sends'),
    ).toHaveLength(4);
  });

  test('[GW25] a full circle that comes in at once is far below the budget', async () => {
    const alice = await gateway.through('alice');
    const sections = Array.from({ length: 60 }, (_, n) => `audio recvonly ${n}` as const);
    const offer = offers(...sections, 'audio sendonly 99 mic');
    expect(await alice.send(addMicrophone('mic'), ...Array.from({ length: 300 }, () => offer))).toHaveLength(
      301,
    );
  });

  test('[GW25] of one identity so many upgrades are taken in a minute, and of one address enough for a hospital', async () => {
    // Three sessions behind one address, and everybody's page comes back thrice.
    for (let round = 0; round < 3; round += 1) {
      const ward = Array.from({ length: 40 }, (_, n) => knock(`person-${n}`, '198.51.100.1'));
      expect(new Set(await Promise.all(ward))).toEqual(new Set([101]));
      clients.splice(0).forEach((client) => client.terminate());
      await vi.waitUntil(() => gateway.reached === 0, { timeout: 20_000 });
    }
    const statuses: number[] = [];
    while (statuses.at(-1) !== 429 && statuses.length < 80) {
      statuses.push(await knock('mallory', '198.51.100.2'));
      clients.splice(0).forEach((client) => client.terminate());
      await vi.waitUntil(() => gateway.reached === 0, { timeout: 20_000 });
    }
    expect(statuses.length).toBeGreaterThan(30);
    expect(statuses.at(-1)).toBe(429);
    expect(await knock('alice', '198.51.100.2')).toBe(101);
  });

  test('[GW25] an upgrade of which nothing is heard is ended after 5 s', async () => {
    const silent = await gateway.through('alice');
    const speaks = await gateway.through('bert');
    await speaks.send();
    const began = performance.now();
    await Promise.all([once(silent.client, 'close'), once(silent.livekit, 'close')]);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(speaks.client.readyState).toBe(WebSocket.OPEN);
  });

  test('[RC22] whoever goes while their rights are asked for is not let in, and holds no place', async () => {
    const open = gateway.hold();
    const url = new URL(await gateway.url('alice'));
    const request = [
      `GET ${url.pathname}${url.search} HTTP/1.1`,
      `Host: ${url.host}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${'A'.repeat(22)}==`,
    ].join('\r\n');
    // As many as one identity may have.
    for (let n = 1; n <= 6; n += 1) {
      const socket = connect(Number(url.port), url.hostname);
      socket.write(`${request}\r\n\r\n`);
      await vi.waitUntil(() => gateway.asked === n, { timeout: 10_000 });
      socket.destroy();
    }
    await vi.waitUntil(async () => (await gateway.connections()) === 0, { timeout: 10_000 });
    open();
    expect(await knock('alice', '')).toBe(101);
    expect(gateway.reached).toBe(1);
  });
});

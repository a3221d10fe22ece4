import { describe, expect, test, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { gatewayWithRights, outcome, PLACE, tokenOf } from '../testing/gateway.ts';

const gateway = gatewayWithRights();

const comesAs = async (who: string): Promise<WebSocket> =>
  gateway.connect(`/sfu/session/rtc?access_token=${await tokenOf(who)}`);

/** `in`, or the status or the code with which somebody was refused: that depends on how long they had waited. */
const fate = (socket: WebSocket): Promise<unknown> =>
  new Promise((resolve) => {
    socket.once('message', () => resolve('in'));
    socket.once('unexpected-response', (_, answer) => resolve(answer.statusCode));
    socket.once('close', resolve);
  });

describe('before a LiveKit that is away or refuses', () => {
  test('[GW6] whoever waits while it is away goes on with the rights of that moment', async () => {
    await gateway.livekitGoes();
    gateway.rights.set('bert', PLACE);
    const [alice, bert] = await Promise.all(['alice', 'bert'].map(comesAs));
    const [first, second] = [fate(alice!), fate(bert!)];
    const waits = new Promise((resolve) => setTimeout(resolve, 300, 'waits'));
    expect(await Promise.race([first, second, waits])).toBe('waits');
    gateway.rights.delete('bert');
    await gateway.livekitComes();
    expect(await first).toBe('in');
    expect([403, 4403]).toContain(await second);
  });

  test('[GW6] of several attempts of one page that wait for LiveKit only the newest goes on', async () => {
    await gateway.livekitGoes();
    const fates = [fate(await comesAs('alice')), fate(await comesAs('alice'))];
    expect([503, 4503]).toContain(await Promise.race(fates));
    await gateway.livekitComes();
    expect(await Promise.all(fates)).toContain('in');
  });

  test('[GW6] what LiveKit refuses is refused; what fails is tried again after a pause', async () => {
    await gateway.livekitGoes();
    const tried: number[] = [];
    let status = '500 Internal Server Error';
    await gateway.livekitRefuses(() => {
      tried.push(performance.now());
      return status;
    });
    const first = fate(await comesAs('alice'));
    await vi.waitUntil(() => tried.length >= 4, { timeout: 10_000 });
    expect(tried[3]! - tried[0]!).toBeGreaterThan(250);
    status = '422 Unprocessable Entity';
    expect(await first).toBe(4422);
    const { length } = tried;
    expect(await outcome(gateway.connect(`/sfu/session/rtc?access_token=${await tokenOf('alice')}`))).toBe(
      422,
    );
    expect(tried).toHaveLength(length + 1);
  });
});

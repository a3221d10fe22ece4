import { describe, expect, test, vi } from 'vitest';
import { gatewayWithRights, outcome, PLACE, tokenOf } from './testing/gateway.ts';

const gateway = gatewayWithRights();

describe('before a LiveKit that is away or refuses', () => {
  test('[GW6] an upgrade is held while it is away and then goes on with the rights of that moment', async () => {
    await gateway.livekitGoes();
    const token = await tokenOf('alice');
    const first = outcome(gateway.connect(`/sfu/rtc?access_token=${token}`));
    gateway.rights.set('bert', PLACE);
    const second = outcome(gateway.connect(`/sfu/rtc?access_token=${await tokenOf('bert')}`));
    const held = new Promise((resolve) => setTimeout(resolve, 300, 'held'));
    expect(await Promise.race([first, second, held])).toBe('held');
    gateway.rights.delete('bert');
    await gateway.livekitComes();
    expect(await first).toBe('open');
    expect(await second).toBe(403);
  });

  test('[GW14] of several attempts of one page that wait for LiveKit only the newest goes on', async () => {
    await gateway.livekitGoes();
    const token = await tokenOf('alice');
    const older = outcome(gateway.connect(`/sfu/rtc?access_token=${token}`));
    const newer = outcome(gateway.connect(`/sfu/rtc?access_token=${token}&reconnect=1`));
    expect(await Promise.race([older, newer])).toBe(503);
    await gateway.livekitComes();
    expect((await Promise.all([older, newer])).sort()).toEqual([503, 'open']);
  });

  test('[GW15] what LiveKit refuses is refused; what fails is tried again after a pause', async () => {
    await gateway.livekitGoes();
    const tried: number[] = [];
    let status = '500 Internal Server Error';
    await gateway.livekitRefuses(() => {
      tried.push(performance.now());
      return status;
    });
    const first = outcome(gateway.connect(`/sfu/rtc?access_token=${await tokenOf('alice')}`));
    await vi.waitUntil(() => tried.length >= 4, { timeout: 10_000 });
    expect(tried[3]! - tried[0]!).toBeGreaterThan(250);
    status = '422 Unprocessable Entity';
    expect(await first).toBe(422);
    const { length } = tried;
    expect(await outcome(gateway.connect(`/sfu/rtc?access_token=${await tokenOf('alice')}`))).toBe(422);
    expect(tried).toHaveLength(length + 1);
  });
});

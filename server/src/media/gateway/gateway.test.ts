import { once } from 'node:events';
import { TokenVerifier } from 'livekit-server-sdk';
import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { frame, gatewayWithRights, KEYS, ORIGIN, outcome, tokenOf } from '../testing/gateway.ts';

const gateway = gatewayWithRights();

describe('the signal gateway', () => {
  test('[GW1] a token is proof of identity only: LiveKit gets a fresh one for the room of now, without rights', async () => {
    const token = await tokenOf('alice');
    const socket = gateway.connect(
      `/sfu/session/rtc?access_token=${token}&publish=clone&protocol=16&foreign=1`,
      {
        origin: ORIGIN,
      },
    );
    expect([...(await Promise.all([frame(socket), outcome(socket)]))[0]]).toEqual([1, 2, 3]);
    const query = gateway.asked[0]!.searchParams;
    expect([...query.keys()].sort()).toEqual(['access_token', 'protocol']);
    const claims = await new TokenVerifier(KEYS.key, KEYS.secret).verify(query.get('access_token')!);
    expect(claims.sub).toBe('alice');
    expect(claims.video).toEqual({
      roomJoin: true,
      room: 'm.circle',
      canSubscribe: true,
      canPublish: false,
      canPublishData: false,
      canUpdateOwnMetadata: false,
    });
    expect(gateway.joined).toContain('alice');
    socket.terminate();
  });

  test('[GW24] both ways of a client to sign in are served, frames go both ways', async () => {
    const socket = gateway.connect('/sfu/session/rtc/v1?join_request=EgA=', {
      headers: { authorization: `Bearer ${await tokenOf('alice')}` },
    });
    await Promise.all([frame(socket), outcome(socket)]);
    expect(gateway.asked[0]!.pathname).toBe('/rtc/v1');
    expect(gateway.asked[0]!.searchParams.get('join_request')).toMatch(/^[\w-]+=*$/);
    socket.send(Buffer.from([3 * 8 + 2, 0]));
    expect([...(await frame(socket))]).toEqual([26, 0]);
    socket.terminate();
  });

  test('[GW3, GW16] no token, a foreign or an expired one: 401; without a place: 403; an unreadable join: 400', async () => {
    const expired = await tokenOf('alice', { ttl: -60 });
    const foreign = await tokenOf('alice', { secret: 'another secret, as long as the other' });
    for (const token of ['', 'x', expired, foreign]) {
      expect(await outcome(gateway.connect(`/sfu/session/rtc?access_token=${token}`))).toBe(401);
    }
    expect(await outcome(gateway.connect(`/sfu/session/rtc?access_token=${await tokenOf('mallory')}`))).toBe(
      403,
    );
    expect(
      await outcome(
        gateway.connect(`/sfu/session/rtc/v1?access_token=${await tokenOf('alice')}&join_request=x`),
      ),
    ).toBe(400);
    expect(gateway.asked).toEqual([]);
  });

  test('[GW3] a page of another origin is refused', async () => {
    const token = await tokenOf('alice');
    const origin = 'https://evil.example';
    expect(await outcome(gateway.connect(`/sfu/session/rtc?access_token=${token}`, { origin }))).toBe(403);
  });

  test('[GW5] nothing else of LiveKit can be reached, and upgrades of others are left alone', async () => {
    const token = await tokenOf('alice');
    for (const wrong of ['whip/v1', 'twirp', 'agent', 'rtc/../agent', 'rtc/v2', '', '../rtc', '/rtc']) {
      const path = `/sfu/session/${wrong}`;
      expect(await outcome(gateway.connect(`${path}?access_token=${token}`)), path).toBe(404);
    }
    gateway.server.on('upgrade', (request, socket) => {
      if (request.url?.startsWith('/socket.io/')) socket.end('HTTP/1.1 418 Somebody Else\r\n\r\n');
    });
    expect(await outcome(gateway.connect('/socket.io/'))).toBe(418);
  });

  test('[GW3] who has lost the place loses the connection', async () => {
    const socket = gateway.connect(`/sfu/session/rtc?access_token=${await tokenOf('alice')}`);
    await Promise.all([frame(socket), outcome(socket)]);
    // Whoever says something is not ended for their silence, which this would be taken for.
    const echo = frame(socket);
    socket.send(Buffer.from([3 * 8 + 2, 0]));
    await echo;
    const gone = once(socket, 'close');
    gateway.drop('alice');
    await gone;
  });

  test('[GW24] one end closes, the other closes', async () => {
    const socket = gateway.connect(`/sfu/session/rtc?access_token=${await tokenOf('alice')}`);
    await Promise.all([frame(socket), outcome(socket)]);
    const [upstream] = gateway.upstreams;
    const gone = once(upstream!, 'close');
    socket.close();
    await gone;
    const other = gateway.connect(`/sfu/session/rtc?access_token=${await tokenOf('alice')}`);
    await Promise.all([frame(other), outcome(other)]);
    const told = once(other, 'close');
    for (const one of gateway.upstreams) one.close(1000);
    expect((await told)[0]).toBe(1000);
  });

  test('[GW22] text, which LiveKit would read as JSON, is not carried', async () => {
    const socket = gateway.connect(`/sfu/session/rtc?access_token=${await tokenOf('alice')}`);
    await Promise.all([frame(socket), outcome(socket)]);
    socket.send('{"addTrack":{}}');
    socket.send(Buffer.from([26, 0]));
    expect([...(await frame(socket))]).toEqual([26, 0]);
    socket.terminate();
  });

  test('[GW25] one identity may not hold the gateway with many upgrades', async () => {
    const token = await tokenOf('alice');
    const sockets: WebSocket[] = [];
    while (sockets.length < 6) {
      const socket = gateway.connect(`/sfu/session/rtc?access_token=${token}`);
      sockets.push(socket);
      expect(await outcome(socket)).toBe('open');
    }
    expect(await outcome(gateway.connect(`/sfu/session/rtc?access_token=${token}`))).toBe(429);
    for (const socket of sockets) socket.terminate();
  });
});

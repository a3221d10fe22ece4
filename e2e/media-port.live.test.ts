// Proof: LiveKit's own port is as dangerous as we say, and nobody outside this machine reaches it.

import { networkInterfaces } from 'node:os';
import { dispose } from '@livekit/rtc-node';
import { mintJoin } from '@tele-balint/server/media/livekit/tokens';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Case, openCase } from './case.ts';
import { listen } from './ears.ts';
import { knock, listeningOnLinux, takesCalls } from './knock.ts';
import { goOnTo } from './people.ts';
import { claimsOf, maySpeak, rudeClient, tryToBeHeard } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { until } from './until.ts';

describe('the port of LiveKit', () => {
  let stack: Stack;
  let room: Case;

  beforeAll(async () => {
    stack = await startStack();
    room = await openCase(stack.url);
  });
  afterAll(async () => {
    for (const person of room.all) person.close();
    await stack.stop();
    await dispose();
  });

  test('[ML5] listens on loopback only', async () => {
    const { port } = stack.livekit;
    const outside = Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
      addresses
        .filter(({ internal }) => !internal)
        .map(({ address, scopeid }) => (scopeid ? `${address}%${name}` : address)),
    );
    expect(await takesCalls('127.0.0.1', port)).toBe(true);
    const taken = await Promise.all(
      outside.map(async (host) => ((await takesCalls(host, port)) ? [host] : [])),
    );
    expect(taken.flat()).toEqual([]);
    if (process.platform === 'linux') expect(await listeningOnLinux(port)).toEqual(['0100007F']);
  });

  test('[ML5] lets a saved token speak that our gateway lets in silent', async () => {
    const { url, token, identity } = await room.presenter.media();
    const before = await rudeClient({ url, token });
    await until('the right to speak', () => before.granted());
    const saved = before.bank() ?? '';
    await before.leave();
    await goOnTo(room.leader, 'pushBack');
    expect(maySpeak((await knock(url, saved)).told)).toBe(false);

    // Our server would take the right away, sooner or later. Without it nothing does.
    await stack.server.kill();
    const direct = stack.livekit.url.replace('http', 'ws');
    const forEars = await mintJoin(stack.livekit, claimsOf(saved).video?.room ?? '', 'ears');
    // LiveKit asks for no seal.
    const ears = await listen({ url: direct, token: forEars });
    const { client, refused } = await tryToBeHeard({ url: direct, token: saved });
    expect(refused).toBeNull();
    await ears.hears(identity);
    await Promise.all([client, ears].map((one) => one.leave()));
  });
});

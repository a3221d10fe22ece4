import { describe, expect, it } from 'vitest';
import { startChild } from '../testing/child.ts';
import { enter, openGroup } from '../testing/group.ts';
import { listening } from '../testing/listening.ts';
import { memoryOf } from '../testing/memory-of.ts';
import { knock, type RawSocket } from '../testing/raw-socket.ts';
import { temporary } from '../testing/temporary.ts';

/** The most that the protocol allows in one sign of life. */
const PING = Buffer.alloc(125);
/** Bytes that may wait on our own side. */
const ON_THE_WAY = 64 * 1024;
/** Milliseconds after which a flood that nobody ends is given up. */
const ENOUGH = 90_000;
/** Megabytes by which the server may grow meanwhile; before, it was a thousand. */
const GROWTH = 60;

/** Sends as fast as it is taken, until the connection is cut; answers how much was sent. */
const flood = async (socket: RawSocket, send: () => void, look: () => Promise<void>): Promise<number> => {
  const deadline = performance.now() + ENOUGH;
  const { ws } = socket;
  let sent = 0;
  while (ws.readyState === ws.OPEN && performance.now() < deadline) {
    for (; ws.readyState === ws.OPEN && ws.bufferedAmount < ON_THE_WAY; sent += 1) send();
    await look();
  }
  expect(ws.readyState).not.toBe(ws.OPEN);
  return sent;
};

describe('somebody at the door who floods', { timeout: 120_000 }, () => {
  it('with pings and reads no pongs is cut off, and nothing is kept for them [SK7]', async () => {
    const child = await startChild(temporary());
    const group = await openGroup(child.url);
    const token = await enter(child.url, group, group.open, 'Mallory');
    const socket = await knock(child.url, { session: group.id, token, origin: 'http://localhost:1' });
    const before = await memoryOf(child.process.pid);
    socket.ws.pause();
    let most = before;
    const look = async (): Promise<void> => {
      most = Math.max(most, await memoryOf(child.process.pid));
    };
    await flood(socket, () => socket.ws.ping(PING, true, () => undefined), look);
    expect(most - before).toBeLessThan(GROWTH);
    child.process.kill('SIGTERM');
    expect(await child.gone).toBe(0);
  });

  const sorts: readonly (readonly [string, (socket: RawSocket) => void])[] = [
    ['pings, and reads the answers', ({ ws }) => ws.ping(PING, true, () => undefined)],
    ['pongs', ({ ws }) => ws.pong(PING, true, () => undefined)],
    ['signs of life of the framework', ({ ws }) => ws.send('3', () => undefined)],
    ['envelopes', ({ ws }) => ws.send('420["relay",{"to":["somebody"],"sealed":"x"}]', () => undefined)],
  ];
  it.each(sorts)('with %s is cut off as well [SK7]', async (_name, send) => {
    const at = await listening();
    const group = await openGroup(at.url);
    const socket = await knock(at.url, {
      session: group.id,
      token: await enter(at.url, group, group.open, 'Mallory'),
    });
    const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
    await flood(socket, () => send(socket), pause);
    await at.stop();
  });
});

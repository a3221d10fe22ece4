import { expect, test, vi } from 'vitest';
import { message, text } from './testing/message.ts';
import { gatewayed } from './testing/signal.ts';

const gateway = gatewayed();

test('[GW18] whoever enforces is told of every offer and every request to publish that was carried', async () => {
  const { client, carried } = await gateway.through('alice');
  client.send(message([4, message([1, text('cid')], [3, 0], [8, 2])]));
  await vi.waitUntil(() => carried.length === 1);
  expect(gateway.stirred).toEqual(['alice']);
  client.send(message([14, 1]));
  // A camera that is called a microphone is not carried.
  client.send(message([4, message([1, text('cid')], [3, 0], [8, 1])]));
  client.send(message([1, message([1, text('offer')])]));
  await vi.waitUntil(() => carried.length === 3);
  expect(gateway.stirred).toEqual(['alice', 'alice']);
});

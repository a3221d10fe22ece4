import { expect, test } from 'vitest';
import { addCamera, addMicrophone, asks, offers } from '../testing/requests.ts';
import { gatewayed } from '../testing/signal.ts';

const gateway = gatewayed();

test('[EN21] whoever enforces is told of every offer and every request to publish that was carried', async () => {
  const alice = await gateway.through('alice');
  await alice.send(addMicrophone('mic'));
  expect(gateway.told).toEqual(['stirred alice']);
  // A camera that is called a microphone is not carried.
  await alice.send(asks({ case: 'ping', value: 1n }), addCamera('cam', { source: 2 }));
  await alice.send(offers('audio sendonly 0 mic'));
  expect(gateway.told).toEqual(['stirred alice', 'stirred alice']);
});

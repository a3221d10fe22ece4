import { expect, it } from 'vitest';
import { listening } from '../testing/listening.ts';
import { openRaw } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

it('tells a page to expect a sign of life every 5 s, and to wait 10 s for it [SK23]', async () => {
  const at = await listening();
  const socket = await openRaw(at.url);
  const [hello = ''] = await until('the first packet', () => socket.packets.length > 0 && socket.packets);
  expect(JSON.parse(hello.slice(1))).toMatchObject({ pingInterval: 5_000, pingTimeout: 10_000 });
  socket.close();
  await at.stop();
});

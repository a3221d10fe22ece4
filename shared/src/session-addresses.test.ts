import { expect, it } from 'vitest';
import { sessionIn, signalPath, socketPath } from './addresses.ts';

it.each([
  [socketPath('abc_DEF-1'), 'abc_DEF-1'],
  [signalPath('abc_DEF-1'), 'abc_DEF-1'],
  [`${socketPath('one')}/?EIO=4&transport=websocket`, 'one'],
  [`${signalPath('one')}/rtc/v1?access_token=two`, 'one'],
  ['/socket.io/one?EIO=4', 'one'],
  ['/socket.io/', ''],
  ['/socket.io', ''],
  ['/socket.io?EIO=4/one', ''],
  ['//one', ''],
  ['socket.io/one/two', ''],
  ['/', ''],
  ['', ''],
])('[SK50] of the address %s the session is "%s"', (address, session) => {
  expect(sessionIn(address)).toBe(session);
});

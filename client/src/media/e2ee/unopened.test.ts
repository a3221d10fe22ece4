import { expect, it } from 'vitest';
import { Unopened } from './unopened.ts';

it('[EE11] what does not open for three seconds with one key is told, until there is a new key', () => {
  let now = 0;
  const unopened = new Unopened(() => now);
  const told = (): readonly string[] => [...unopened.now()];
  unopened.failed(undefined);
  unopened.failed('ada');
  now = 2_999;
  unopened.failed('ada');
  expect(told()).toEqual([]);
  now = 3_000;
  unopened.failed('ada');
  unopened.failed('ben');
  expect(told()).toEqual(['ada']);
  unopened.hasKey('ada');
  unopened.failed('ada');
  expect(told()).toEqual([]);
});

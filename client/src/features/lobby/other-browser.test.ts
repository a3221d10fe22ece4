import { expect, it } from 'vitest';
import { isDeafHere } from './other-browser.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

it('[PG14] knows that Firefox is deaf on the machine of the room, and only there', () => {
  for (const own of ['localhost', '127.0.0.1', '[::1]']) expect(isDeafHere(own, FIREFOX)).toBe(true);
  expect(isDeafHere('room.example.org', FIREFOX)).toBe(false);
  expect(isDeafHere('localhost', CHROME)).toBe(false);
});

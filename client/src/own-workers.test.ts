import { expect, it } from 'vitest';
import { ownScript } from './own-workers.ts';

const PAGE = 'https://balint.example/s/evening';

it.each(['/assets/strict.worker-B4Ggbpdm.js', 'https://balint.example/assets/a_b-C.js'])(
  'a worker may come from %s [HT13]',
  (asked) => {
    expect(ownScript(asked, PAGE)).toBe(asked);
  },
);

it.each([
  'https://evil.example/assets/worker.js',
  '//evil.example/assets/worker.js',
  'blob:https://balint.example/0b9f',
  'data:text/javascript,alert(1)',
  '/assets/../api/about.js',
  '/assets/%2e%2e/worker.js',
  '/assets/worker.svg',
  '/worker.js',
  'https://',
])('no worker comes from %s [HT13]', (asked) => {
  expect(ownScript(asked, PAGE)).toBeNull();
});

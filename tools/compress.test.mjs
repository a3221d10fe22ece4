import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { compress } from './compress.mjs';

it('the built page has two compressed copies of each file that shrinks [HT13]', () => {
  const folder = temporary();
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'assets', 'a.js'), 'export {};');
  writeFileSync(path.join(folder, 'assets', 'a.woff2'), 'a font');
  compress(folder);
  expect(readdirSync(path.join(folder, 'assets')).toSorted()).toEqual([
    'a.js',
    'a.js.br',
    'a.js.gz',
    'a.woff2',
  ]);
  const copy = (ending) => readFileSync(path.join(folder, 'assets', `a.js.${ending}`));
  expect([brotliDecompressSync(copy('br')), gunzipSync(copy('gz'))].map(String)).toEqual(
    Array(2).fill('export {};'),
  );
});

// Proof: two builds of the same sources are the same bytes; and what the real server serves is them.

import { readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startChild } from '../server/src/testing/child.ts';
import { temporary } from '../server/src/testing/temporary.ts';
import { buildInto, dist, ensureBuilt } from './build.mjs';
import { MANIFEST, bundleFiles, namesIn } from './bundle.mjs';
import { root } from './node.mjs';
import { verifyBundle } from './verify-bundle.mjs';

/** Every file of a folder, packed copies too. */
function bytesOf(folder) {
  const names = readdirSync(folder, { recursive: true }).filter((name) =>
    statSync(path.join(folder, name)).isFile(),
  );
  return new Map(
    names.sort().map((name) => [name, readFileSync(path.join(folder, name)).toString('base64')]),
  );
}

it('is the same in two builds, and at a server that serves it [SU16]', async () => {
  await ensureBuilt();
  const again = temporary();
  await buildInto(again);
  const [one, other] = [bytesOf(dist), bytesOf(again)];
  expect([...other.keys()]).toEqual([...one.keys()]);
  for (const [name, bytes] of one) expect([name, other.get(name) === bytes]).toEqual([name, true]);
  for (const name of bundleFiles(dist)) {
    const text = readFileSync(path.join(dist, name), 'latin1');
    expect([name, text.includes(root)]).toEqual([name, false]);
  }
  expect(namesIn(readFileSync(path.join(again, MANIFEST), 'utf8'))).toEqual(bundleFiles(dist));

  const server = await startChild(temporary(), { CLIENT_DIR: dist });
  const found = await verifyBundle(server.url, again);
  expect(found.differ).toEqual([]);
  expect(found.files).toBeGreaterThan(30);
  server.process.kill('SIGTERM');
  await server.gone;
});

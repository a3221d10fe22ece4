import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MANIFEST, namesIn, sha256, writeManifest } from './bundle.mjs';
import { compress } from './compress.mjs';
import { ensureInstalled } from './install.mjs';
import { findNode, root } from './node.mjs';
import { run } from './run.mjs';
import { writeLicences } from './supply/licences.mjs';

const inputs = [
  'client/src',
  'client/build-plugins',
  'client/public',
  'client/index.html',
  'client/vite.config.ts',
  'shared/src',
  'tools/build.mjs',
  'tools/bundle.mjs',
  'tools/compress.mjs',
  'tools/supply',
  'package-lock.json',
];
const stamp = path.join(root, '.cache', 'client-build');
/** Where the built page is. */
export const dist = path.join(root, 'client', 'dist');

/** Builds the page, unless it was built from exactly these files. */
export async function ensureBuilt() {
  const now = `${fingerprint(inputs.map((name) => path.join(root, name)))} ${process.env.SEALED_ONLY ?? ''}`;
  const built = existsSync(path.join(dist, 'index.html'));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.log('Building the page.');
  await buildInto(dist);
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, now);
}

/**
 * Builds the page, with its compressed copies, the licences of what is in it, and the hashes of its files; the same sources give the same bytes.
 * @param {string} folder emptied first
 * @param {NodeJS.ProcessEnv} [settings] of the build: `SEALED_ONLY=true` makes pages that come in only where all is sealed
 * @throws where the bundler fails: it has said why
 */
export async function buildInto(folder, settings = {}) {
  const args = ['build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir'];
  const code = await run(findNode(), [viteProgram(), ...args], {
    cwd: path.join(root, 'client'),
    // Whoever calls may have another, and then the page would be another.
    env: { ...settings, NODE_ENV: 'production' },
  });
  if (code !== 0) throw new Error('The page could not be built: see the message above.');
  compress(folder);
  writeLicences(folder);
  writeManifest(folder);
}

/** The program file of the bundler that the client names. */
export function viteProgram() {
  const manifest = createRequire(path.join(root, 'client', 'package.json')).resolve('vite/package.json');
  return path.join(path.dirname(manifest), 'bin', 'vite.js');
}

/** A hash over names and contents: file times change with every checkout. */
function fingerprint(places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap(filesOf)) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

/** All files under a place that go into the page, in a fixed order. */
function filesOf(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return /\.test\.tsx?$/.test(place) ? [] : [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesOf(path.join(place, name)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled();
  await ensureBuilt();
  const manifest = readFileSync(path.join(dist, MANIFEST));
  process.stdout.write(manifest);
  console.log(`${sha256(manifest)}  ${MANIFEST}, ${namesIn(manifest.toString()).length} files`);
}

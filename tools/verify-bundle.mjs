import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MANIFEST, bundleFiles, namesIn } from './bundle.mjs';
import { buildInto } from './build.mjs';
import { ensureInstalled } from './install.mjs';

/** What a browser may ask for; a server could answer each with something else. */
const encodings = ['identity', 'gzip', 'br'];

/** Where the page itself is: at the start and at every link. */
const pages = ['', 's/anything', 'index.html'];

/** Milliseconds for one answer. */
const patience = 30_000;

/**
 * Compares what a server serves with a built page, byte by byte and in each packing.
 * @param {string} url of the server
 * @param {string} folder of our build
 * @returns {Promise<{ files: number, differ: string[] }>} the second: a sentence for each file that is not ours
 */
export async function verifyBundle(url, folder) {
  const ours = [...bundleFiles(folder), MANIFEST];
  const theirs = await fetched(new URL(MANIFEST, url), 'identity').catch(() => null);
  // What only they have is asked for too: it is in their page, and not in ours.
  const names = [...new Set([...ours, ...namesIn(theirs?.toString() ?? '')])];
  const differ = [];
  for (const name of names) {
    const wanted = ours.includes(name) ? readFileSync(path.join(folder, name)) : null;
    const why = wanted === null ? 'is no file of this build' : await difference(url, name, wanted);
    if (why !== null) differ.push(`${name} ${why}`);
  }
  return { files: names.length, differ };
}

/** How one file differs, or null. */
async function difference(url, name, wanted) {
  for (const place of name === 'index.html' ? pages : [name])
    for (const encoding of encodings)
      try {
        const got = await fetched(new URL(place, url), encoding);
        if (!got.equals(wanted)) return `differs at /${place} (${encoding})`;
      } catch (error) {
        return `could not be fetched at /${place}: ${error.message}`;
      }
  return null;
}

/** The bytes at an address, unpacked. @throws where there is no plain answer */
async function fetched(address, encoding) {
  const answer = await fetch(address, {
    headers: { 'accept-encoding': encoding },
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  });
  if (answer.status !== 200) throw new Error(`the server answered ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

/** Builds this copy of the project anew, and compares. */
async function main() {
  const [url] = process.argv.slice(2);
  if (url === undefined || !URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error('Say which server: npm run verify-bundle -- https://balint.example');
  await ensureInstalled();
  const folder = mkdtempSync(path.join(tmpdir(), 'tele-balint-bundle-'));
  try {
    await buildInto(folder);
    const { files, differ } = await verifyBundle(new URL('/', url), folder);
    for (const sentence of differ) console.log(sentence);
    console.log(`${files} files, ${differ.length} differ`);
    process.exitCode = differ.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await main().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });

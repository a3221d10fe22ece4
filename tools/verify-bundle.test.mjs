import { appendFileSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { listening } from '../server/src/testing/listening.ts';
import { temporary } from '../server/src/testing/temporary.ts';
import { MANIFEST, writeManifest } from './bundle.mjs';
import { compress } from './compress.mjs';
import { verifyBundle } from './verify-bundle.mjs';

let ours;
let theirs;

/** What the comparison finds at a real server that serves the other folder. */
async function found() {
  const at = await listening({ env: { CLIENT_DIR: theirs } });
  try {
    return await verifyBundle(at.url, ours);
  } finally {
    await at.stop();
  }
}

beforeEach(() => {
  [ours, theirs] = [path.join(temporary(), 'ours'), path.join(temporary(), 'theirs')];
  mkdirSync(path.join(ours, 'assets'), { recursive: true });
  writeFileSync(path.join(ours, 'index.html'), '<!doctype html><title>Tele-Balint</title>');
  writeFileSync(path.join(ours, 'assets', 'page-abc123.js'), 'export {};');
  writeFileSync(path.join(ours, 'assets', 'serif.woff2'), Buffer.from([0, 1, 2, 255]));
  compress(ours);
  writeManifest(ours);
  cpSync(ours, theirs, { recursive: true });
});

describe('what a server serves', () => {
  it('is our build where every byte is, in every packing [SU16]', async () => {
    expect(await found()).toEqual({ files: 4, differ: [] });
  });

  it('is another where one byte is [SU16]', async () => {
    writeFileSync(path.join(theirs, 'assets', 'serif.woff2'), Buffer.from([0, 1, 3, 255]));
    expect(await found()).toEqual({
      files: 4,
      differ: ['assets/serif.woff2 differs at /assets/serif.woff2 (identity)'],
    });
  });

  it('is another where only a packed copy is [SU16]', async () => {
    const page = brotliCompressSync('<!doctype html><title>Tele-Ballint</title>');
    writeFileSync(path.join(theirs, 'index.html.br'), page);
    expect((await found()).differ).toEqual(['index.html differs at / (br)']);
  });

  it('is another where a file is missing, or stands only there [SU16]', async () => {
    rmSync(path.join(theirs, 'assets', 'page-abc123.js'));
    appendFileSync(path.join(theirs, MANIFEST), `${'0'.repeat(64)}  assets/more.js\n`);
    expect(await found()).toEqual({
      files: 5,
      differ: [
        'assets/page-abc123.js could not be fetched at /assets/page-abc123.js: the server answered 404',
        `${MANIFEST} differs at /${MANIFEST} (identity)`,
        'assets/more.js is no file of this build',
      ],
    });
  });
});

// A file system of a test's own, whose freed blocks can be read: an ext4 in a file, mounted where this process may mount.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type DiskImage = {
  /** Where files go. */
  readonly dir: string;
  /** `image`: every byte of the disk, freed or not; `files`: only what the files hold, where one may not mount. */
  readonly sees: 'image' | 'files';
  /** Every byte that can be seen now. The disk is taken off and put back, so that all is on it. */
  bytes(): Buffer;
  clean(): void;
};

const MEGABYTES = 24;

const filesUnder = (dir: string): readonly Buffer[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name)));

const run = (program: string, ...given: readonly string[]): void =>
  void execFileSync(program, given, { stdio: ['ignore', 'ignore', 'pipe'] });

/** Makes an empty one. */
export const diskImage = (): DiskImage => {
  const base = mkdtempSync(path.join(tmpdir(), 'tele-balint-image-'));
  const [image, dir] = [path.join(base, 'image'), path.join(base, 'disk')];
  const clean = () => rmSync(base, { recursive: true });
  run('mkdir', dir);
  try {
    writeFileSync(image, '');
    truncateSync(image, MEGABYTES * 1024 * 1024);
    run('mkfs.ext4', '-q', image);
    run('mount', '-o', 'loop', image, dir);
  } catch {
    return { dir, sees: 'files', bytes: () => Buffer.concat(filesUnder(dir)), clean };
  }
  return {
    dir,
    sees: 'image',
    bytes: () => {
      run('umount', dir);
      const bytes = readFileSync(image);
      run('mount', '-o', 'loop', image, dir);
      return bytes;
    },
    clean: () => {
      run('umount', '-l', dir);
      clean();
    },
  };
};

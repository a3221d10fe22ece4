// A disk that can be full: a small one of its own where this process may mount, else a folder that may not be written for a while.

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

export type SmallDisk = {
  /** Where the data folder goes. */
  readonly dir: string;
  /** What it is once filled: full, or closed to this process. */
  readonly once: 'full' | 'closed';
  fill(): void;
  free(): void;
};

const run = (program: string, ...given: readonly string[]): void =>
  void execFileSync(program, given, { stdio: 'pipe' });

const foldersIn = (dir: string): readonly string[] => [
  dir,
  ...readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) =>
    path.join(entry.parentPath, entry.name),
  ),
];

/** Makes one for the test that runs; it goes with the test. */
export const smallDisk = (): SmallDisk => {
  const base = mkdtempSync(path.join(tmpdir(), 'tele-balint-small-'));
  const dir = path.join(base, 'data');
  const ballast = path.join(base, 'ballast');
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=1m,mode=700', 'none', base);
  } catch {
    mkdirSync(dir);
    const allow = (file: number, folder: number): void =>
      foldersIn(dir).forEach((place) => {
        chmodSync(place, folder);
        if (!readdirSafely(place)) chmodSync(place, file);
      });
    const free = (): void => {
      if (existsSync(dir)) allow(0o600, 0o700);
    };
    onTestFinished(() => {
      free();
      rmSync(base, { recursive: true });
    });
    return { dir, once: 'closed', fill: () => allow(0o400, 0o500), free };
  }
  mkdirSync(dir);
  onTestFinished(() => {
    // Lazily: a program that a failed test has left may still hold it.
    run('umount', '-l', base);
    rmSync(base, { recursive: true });
  });
  return {
    dir,
    once: 'full',
    fill: () => {
      try {
        for (;;) writeFileSync(ballast, Buffer.alloc(4_096), { flag: 'a' });
      } catch {
        // Full.
      }
    },
    free: () => rmSync(ballast),
  };
};

const readdirSafely = (place: string): boolean => {
  try {
    readdirSync(place);
    return true;
  } catch {
    return false;
  }
};

// Folders of a test, which go with its file, also where a test has failed.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];

// Registered before any hook of the file that asks for a folder, so it runs after all of them.
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A fresh folder of this test file. */
export const temporary = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tele-balint-'));
  made.push(folder);
  return folder;
};

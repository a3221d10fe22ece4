import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { findNode, root } from './node.mjs';
import { npmCommand, satisfies } from './install.mjs';

/** A program that says it is Node of a version. */
function pretender(version) {
  const file = path.join(temporary(), 'node');
  writeFileSync(file, `#!/bin/sh\necho v${version}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe('the Node that runs us', () => {
  it('is the running one when it is new enough [SU1]', () => {
    expect(findNode({ version: '24.1.0', execPath: '/here/node', candidates: [] })).toBe('/here/node');
  });

  it('else the first installed one that starts and is new enough [SU1]', () => {
    const candidates = ['/nowhere/node', pretender('22.1.0'), pretender('24.3.0')];
    expect(findNode({ version: '20.20.2', candidates })).toBe(candidates[2]);
  });

  it('else a sentence says what to install [SU1]', () => {
    expect(() => findNode({ version: '20.20.2', candidates: [] })).toThrow(
      /needs Node 24 or newer .* install it/,
    );
  });
});

describe('the lockfile', () => {
  it('holds the packages of every platform, without which npm ci refuses [SU1]', () => {
    const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
    const held = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) =>
      Object.keys(optionalDependencies ?? {}),
    );
    expect(wanted.filter((name) => !held.has(name))).toEqual([]);
  });
});

describe('installed packages', () => {
  it('hold all that the checks need, whatever NODE_ENV says [SU1]', () => {
    expect(npmCommand()).toEqual(expect.arrayContaining(['--include=dev', '--include=optional']));
  });

  const wanted = {
    '': {},
    'node_modules/a': { integrity: 'x' },
    'node_modules/b': { integrity: 'y', optional: true },
  };

  it('may lack what is optional, since that is for other machines [SU1]', () => {
    expect(satisfies(wanted, { 'node_modules/a': { integrity: 'x' } })).toBe(true);
  });

  it('are installed anew when one is missing or another version [SU1]', () => {
    expect(satisfies(wanted, {})).toBe(false);
    expect(satisfies(wanted, { 'node_modules/a': { integrity: 'z' } })).toBe(false);
  });
});

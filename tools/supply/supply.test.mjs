import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { npmCommand } from '../install.mjs';
import { root } from '../node.mjs';
import { installScripts, licenceOf } from './allowed.mjs';
import { licences, licencesText } from './licences.mjs';
import { nameAt, readLock, shipped } from './lock.mjs';
import { allowedLicence, supplyProblems } from './rules.mjs';
import { SBOM, sbom } from './sbom.mjs';

const read = (name) => readFileSync(path.join(root, name), 'utf8');
const integrity = `sha512-${'A'.repeat(86)}==`;

/** A lockfile whose server needs one package, which is as given. */
const lockWith = (entry) => ({
  '': {},
  shared: {},
  client: {},
  server: { dependencies: { one: '1.0.0' } },
  'node_modules/@fontsource/newsreader': { integrity, license: 'OFL-1.1' },
  'node_modules/one': { version: '1.0.0', integrity, license: 'MIT', ...entry },
});

describe('what comes from others', () => {
  it('is as it may be [SU17]', () => {
    expect(supplyProblems(readLock())).toEqual([]);
  });

  it('brings no install script that is not named, told by the lockfile or found where it is installed [SU17]', () => {
    const sentence =
      'node_modules/one brings an install script, and tools/supply/allowed.mjs does not name it.';
    expect(supplyProblems(lockWith({ hasInstallScript: true }))).toEqual([sentence]);
    expect(supplyProblems(lockWith({}), (place) => place.endsWith('/one'))).toEqual([sentence]);
    expect(supplyProblems(lockWith({}))).toEqual([]);
  });

  it('runs no script as it is installed, here and in the container [SU17]', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(npmCommand()).toContain('--ignore-scripts');
    const installs = read('Dockerfile').match(/npm ci [^\n&]*/g);
    expect(installs).toHaveLength(2);
    for (const line of installs) expect(line).toContain('--ignore-scripts');
  });

  it('has its hash, and comes from the registry [SU17]', () => {
    expect(supplyProblems(lockWith({ integrity: undefined }))).toHaveLength(1);
    expect(supplyProblems(lockWith({ integrity: 'sha1-AAAA' }))).toHaveLength(1);
    expect(supplyProblems(lockWith({ resolved: 'git+ssh://elsewhere/one' }))).toHaveLength(1);
  });

  it('is under an allowed licence where it is given on or runs at a server [SU17]', () => {
    for (const license of ['AGPL-3.0-only', 'MIT AND GPL-2.0-only', 'SEE LICENSE IN x', undefined])
      expect(supplyProblems(lockWith({ license }))).toHaveLength(1);
    expect(allowedLicence('(MIT OR GPL-2.0-only)')).toBe(true);
    expect(allowedLicence('(Apache-2.0 AND BSD-3-Clause)')).toBe(true);
    expect(allowedLicence('(MIT OR (ISC AND GPL-2.0-only))')).toBe(false);
  });

  it('is on our own lists only where it is there [SU17]', () => {
    const packages = readLock();
    const names = Object.keys(packages).filter((place) => packages[place].license === undefined);
    expect(names.map(nameAt)).toEqual(expect.arrayContaining(Object.keys(licenceOf)));
    const all = Object.keys(packages).map(nameAt);
    expect(all).toEqual(expect.arrayContaining(Object.keys(installScripts)));
  });
});

describe('the list of what is shipped', () => {
  it('is of this lockfile; if not: npm run sbom [SU18]', () => {
    expect(existsSync(SBOM)).toBe(true);
    expect(readFileSync(SBOM, 'utf8') === sbom(readLock())).toBe(true);
  });

  it('changes with a version, a hash, a licence and a package [SU18]', () => {
    const before = sbom(lockWith({}));
    for (const entry of [
      { version: '1.0.1' },
      { integrity: integrity.replace('A', 'B') },
      { license: 'ISC' },
      { dependencies: { '@fontsource/newsreader': '1' } },
    ])
      expect(sbom(lockWith(entry))).not.toBe(before);
  });

  it('holds what server and page name, and nothing that only proves [SU18]', () => {
    const names = [...shipped(readLock()).keys()].map(nameAt);
    for (const workspace of ['shared', 'server', 'client']) {
      const own = Object.keys(JSON.parse(read(`${workspace}/package.json`)).dependencies);
      expect(names).toEqual(expect.arrayContaining(own.filter((name) => !name.startsWith('@tele-balint/'))));
    }
    for (const name of ['vitest', 'vite', 'playwright-core', 'axe-core', '@livekit/rtc-node'])
      expect(names).not.toContain(name);
  });
});

describe('the licences of what is shipped', () => {
  const packages = readLock();
  const components = JSON.parse(readFileSync(SBOM, 'utf8')).components.filter(
    ({ scope }) => scope === 'required',
  );

  it('are all in the text that is served, in words and by name and version [SU20]', () => {
    const text = licencesText(packages);
    const titles = new Set(text.split('\n'));
    expect(components.length).toBeGreaterThan(100);
    for (const { group, name, version } of components) {
      const whole = `${group === undefined ? '' : `${group}/`}${name} ${version}, `;
      expect([...titles].filter((title) => title.startsWith(whole))).toHaveLength(1);
    }
    for (const { title, texts } of licences(packages))
      for (const one of texts) {
        expect(text.includes(one), title).toBe(true);
        expect(one.length, title).toBeGreaterThan(150);
      }
  });

  it('are the same bytes each time, and of those that bring none the usual words [SU20]', () => {
    expect(licencesText(packages)).toBe(licencesText(readLock()));
    const of = (name) =>
      licences(packages)
        .find(({ title }) => title.startsWith(`${name} `))
        ?.texts.join('') ?? '';
    expect(of('abstract-logging')).toContain('Permission is hereby granted');
    expect(of('@bufbuild/protobuf')).toContain('Apache License');
    expect(of('@bufbuild/protobuf')).toContain('Redistribution and use');
  });
});

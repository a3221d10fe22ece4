import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../node.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, resolved?: string, license?: string, link?: boolean,
 *   hasInstallScript?: boolean, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>,
 *   peerDependencies?: Record<string, string>, peerDependenciesMeta?: Record<string, { optional?: boolean }> }} Entry
 * @typedef {Record<string, Entry>} Packages a lockfile's packages by their place
 */

/** The workspaces that run on a server or in a browser; the others only prove. */
const shipping = ['shared', 'server', 'client'];

/** Built into the page though it isn't run: a font. */
const alsoShipped = ['@fontsource/newsreader'];

/** @returns {Packages} */
export function readLock() {
  return JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
}

/**
 * Every package of others that runs at a server or in a browser, and what each needs.
 * @param {Packages} packages
 * @returns {Map<string, string[]>} places to places, both in a fixed order
 */
export function shipped(packages) {
  const found = new Map();
  const visit = (place) => {
    if (found.has(place)) return;
    found.set(place, []);
    const needed = neededBy(packages[place]).flatMap((name) => resolve(packages, place, name) ?? []);
    found.set(place, [...new Set(needed)].sort());
    needed.forEach(visit);
  };
  shipping.forEach(visit);
  // The Node in our packages runs the server of whoever has an older one.
  for (const name of [...Object.keys(packages[''].optionalDependencies ?? {}), ...alsoShipped])
    visit(resolve(packages, '', name));
  return new Map([...found].filter(([place]) => !shipping.includes(place)).sort(byPlace));
}

/** The name of the package at a place. */
export const nameAt = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

const byPlace = ([one], [other]) => (one < other ? -1 : 1);

/** Names that a package needs to run; a peer that is optional may be there for somebody else. */
function neededBy({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }) {
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => !peerDependenciesMeta?.[name]?.optional);
  return [...Object.keys(dependencies ?? {}), ...Object.keys(optionalDependencies ?? {}), ...peers];
}

/** Where Node finds a package from a place, or undefined: optional ones may be missing. */
function resolve(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    const entry = packages[place];
    if (entry !== undefined) return entry.link ? entry.resolved : place;
    if (folder === '') return undefined;
  }
}

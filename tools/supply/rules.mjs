import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../node.mjs';
import { installScripts, licenceOf, licences } from './allowed.mjs';
import { nameAt, shipped } from './lock.mjs';

const hooks = ['preinstall', 'install', 'postinstall'];

/**
 * What of the packages of others isn't allowed.
 * @param {import('./lock.mjs').Packages} packages
 * @param {(place: string) => boolean} [brings] whether what is installed there brings an install script
 * @returns {string[]} a sentence each
 */
export function supplyProblems(packages, brings = bringsScript) {
  const others = Object.entries(packages).filter(
    ([place, { link }]) => place.includes('node_modules/') && !link,
  );
  return [
    ...others
      .filter(([place, { hasInstallScript }]) => hasInstallScript === true || brings(place))
      .filter(([place]) => !Object.hasOwn(installScripts, nameAt(place)))
      .map(([place]) => `${place} brings an install script, and tools/supply/allowed.mjs does not name it.`),
    ...others
      .filter(([, { integrity }]) => !/^sha512-[\w+/]+=*$/.test(integrity ?? ''))
      .map(([place]) => `${place} has no SHA-512 in package-lock.json.`),
    ...others
      .filter(([, { resolved }]) => resolved !== undefined)
      .map(([place]) => `${place} comes from an address of its own, not from the registry.`),
    ...[...shipped(packages).keys()]
      .filter((place) => !allowedLicence(licenceAt(packages, place)))
      .map((place) => `${place} has a licence that is not allowed: ${licenceAt(packages, place)}.`),
  ];
}

/**
 * The licence of the package at a place, as the lockfile or else our own list tells it.
 * @param {import('./lock.mjs').Packages} packages
 * @returns {string | undefined}
 */
export function licenceAt(packages, place) {
  return packages[place].license ?? licenceOf[nameAt(place)];
}

/** Whether an SPDX expression asks for allowed licences only; what is nested deeper than any of ours is not. */
export function allowedLicence(expression = '') {
  const parts = expression.replace(/^\((.*)\)$/, '$1').split(' AND ');
  return parts.every((part) => part.split(' OR ').some((one) => licences.includes(one)));
}

/** npm would also run node-gyp where there is a binding.gyp. What isn't installed here is for other machines. */
function bringsScript(place) {
  const folder = path.join(root, place);
  if (!existsSync(path.join(folder, 'package.json'))) return false;
  const { scripts = {} } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return hooks.some((hook) => hook in scripts) || existsSync(path.join(folder, 'binding.gyp'));
}

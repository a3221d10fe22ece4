// What the program is made of: parts by others, and pages that are those of the sources.

const supplyTest = 'tools/supply/supply.test.mjs';

/** @type {readonly import('./all.mjs').Control[]} */
export const PARTS = [
  {
    id: 'no-install-script-runs',
    file: 'tools/install.mjs',
    from: "'--ignore-scripts', ",
    to: '',
    test: supplyTest,
    named: 'runs no script as it is installed, here and in the container',
  },
  {
    id: 'install-scripts-named',
    file: 'tools/supply/rules.mjs',
    from: 'hasInstallScript === true || brings(place)',
    to: 'hasInstallScript === null && brings(place)',
    test: supplyTest,
    named: 'brings no install script that is not named',
  },
  {
    id: 'parts-from-the-registry',
    file: 'tools/supply/rules.mjs',
    from: 'resolved !== undefined',
    to: 'resolved === null',
    test: supplyTest,
    named: 'has its hash, and comes from the registry',
  },
  {
    id: 'licences-allowed',
    file: 'tools/supply/rules.mjs',
    from: 'licences.includes(one)',
    to: "!licences.includes('') && one !== ''",
    test: supplyTest,
    named: 'is under an allowed licence where it is given on',
  },
  {
    id: 'parts-listed',
    file: 'tools/supply/sbom.mjs',
    from: '    licenses: licensesOf(licenceAt(packages, place)),\n',
    to: '',
    test: supplyTest,
    named: 'is of this lockfile; if not: npm run sbom',
  },
  {
    id: 'containers-confined',
    file: 'docker-compose.yml',
    from: '  cap_drop: [ALL]\n',
    to: '',
    test: 'tools/compose.test.mjs',
    named: 'run as nobody in particular',
  },
  {
    id: 'secrets-made',
    file: 'tools/secrets.mjs',
    from: "randomBytes(32).toString('base64url')",
    to: "'secret'",
    test: 'tools/secrets.test.mjs',
    named: 'are made where there are none, each its own',
  },
  {
    id: 'pages-compared',
    file: 'tools/verify-bundle.mjs',
    from: '!got.equals(wanted)',
    to: 'got.length !== wanted.length',
    test: 'tools/verify-bundle.test.mjs',
    named: 'is another where one byte is',
  },
];

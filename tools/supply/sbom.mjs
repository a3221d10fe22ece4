import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../node.mjs';
import { nameAt, readLock, shipped } from './lock.mjs';
import { licenceAt } from './rules.mjs';

/** The list of everything by others that runs at a server or in a browser. */
export const SBOM = path.join(root, 'sbom.cdx.json');

/**
 * That list in the form of CycloneDX 1.5: the same lockfile gives the same bytes, so no time and no number of its own.
 * @param {import('./lock.mjs').Packages} packages
 */
export function sbom(packages) {
  const places = shipped(packages);
  const refAt = (place) => purl(nameAt(place), packages[place].version);
  const components = new Map();
  const needs = new Map();
  for (const [place, needed] of places) {
    const ref = refAt(place);
    components.set(ref, component(ref, place, packages));
    // One package may stand at several places; what it needs is told together.
    const known = needs.get(ref) ?? [];
    needs.set(ref, [...known, ...needed.filter((one) => places.has(one)).map(refAt)]);
  }
  const { name, version, license } = packages[''];
  const own = `pkg:npm/${name}@${version}`;
  const all = [...components.keys()].sort();
  return `${JSON.stringify(
    {
      $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      version: 1,
      metadata: {
        component: {
          'bom-ref': own,
          type: 'application',
          name,
          version,
          licenses: licensesOf(license),
          purl: own,
        },
      },
      components: all.map((ref) => components.get(ref)),
      dependencies: [
        { ref: own, dependsOn: all },
        ...all.map((ref) => ({ ref, dependsOn: [...new Set(needs.get(ref))].sort() })),
      ],
    },
    null,
    2,
  )}\n`;
}

function component(ref, place, packages) {
  const { version, integrity, optional } = packages[place];
  const [, group, name] = /^(?:(@[^/]+)\/)?(.+)$/.exec(nameAt(place));
  return {
    'bom-ref': ref,
    type: 'library',
    ...(group === undefined ? {} : { group }),
    name,
    version,
    scope: optional ? 'optional' : 'required',
    hashes: [
      { alg: 'SHA-512', content: Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex') },
    ],
    licenses: licensesOf(licenceAt(packages, place)),
    purl: ref,
  };
}

const purl = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const licensesOf = (expression) =>
  / (AND|OR) /.test(expression) ? [{ expression }] : [{ license: { id: expression } }];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = sbom(readLock());
  writeFileSync(SBOM, text);
  console.log(`${JSON.parse(text).components.length} packages in ${path.basename(SBOM)}`);
}

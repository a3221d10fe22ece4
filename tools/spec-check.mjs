import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './node.mjs';

const rule = /^- \*\*([A-Z]{2,3}\d+)\*\* /;
const quoted = /\[([A-Z]{2,3}\d+(?:, ?[A-Z]{2,3}\d+)*)\]/g;
const testFile = /(\.(live\.)?test\.(tsx?|mjs)|\.spec\.ts|\.contract\.ts)$/;

/**
 * Holds the rules and the tests against each other.
 * @param {string} spec text of SPEC.md
 * @param {{ name: string, text: string }[]} tests
 * @returns {string[]} what is wrong, one sentence each
 */
export function specProblems(spec, tests) {
  const ids = spec.split('\n').flatMap((line) => rule.exec(line)?.[1] ?? []);
  const known = new Set(ids);
  const named = new Map();
  for (const { name, text } of tests) for (const id of idsIn(text)) named.set(id, name);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `SPEC.md has ${id} twice.`),
    ...[...known].filter((id) => !named.has(id)).map((id) => `No test names the rule ${id}.`),
    ...[...named]
      .filter(([id]) => !known.has(id))
      .map(([id, name]) => `${name} names ${id}, which SPEC.md lacks.`),
  ];
}

/** The rules that a test file names; what stands in a comment is no test name. */
function idsIn(text) {
  const code = text
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .join('\n');
  return [...code.matchAll(quoted)].flatMap(([, ids]) => ids.split(/, ?/));
}

/** All test files under a folder. */
function testsUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : testsUnder(full);
    return testFile.test(entry.name) ? [full] : [];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const spec = path.join(root, 'SPEC.md');
  const files = ['shared', 'server', 'client', 'e2e', 'tools'].flatMap((name) =>
    testsUnder(path.join(root, name)),
  );
  const tests = files.map((file) => ({ name: path.relative(root, file), text: readFileSync(file, 'utf8') }));
  const problems = existsSync(spec)
    ? specProblems(readFileSync(spec, 'utf8'), tests)
    : ['SPEC.md is missing.'];
  console.log(problems.length === 0 ? 'Every rule has a test.' : problems.join('\n'));
  process.exitCode = problems.length === 0 ? 0 : 1;
}

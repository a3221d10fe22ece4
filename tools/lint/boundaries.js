import path from 'node:path';

/** Which of our workspaces each may import. The tests of the tools look at everything. */
const mayImport = {
  shared: ['shared'],
  server: ['server', 'shared'],
  client: ['client', 'shared'],
  e2e: ['e2e', 'server', 'shared', 'tools'],
  tools: ['tools', 'server', 'shared'],
};

/** What the end-to-end tests take of the pages: their programs of another make seal and open as pages do. */
const asPagesSeal = ['client/src/media/e2ee/', 'client/src/links/links'];

/** Packages that have one home only; the end-to-end tests may use them too. */
const homes = {
  'livekit-client': ['client/src/media/'],
  'socket.io-client': ['client/src/connection/'],
  'livekit-server-sdk': ['server/src/media/'],
};

/** Modules of shared that load the schema library: the browser takes types from them, never code. */
export const schemas = [
  'wire',
  'http',
  'decisions/commands-schema',
  'protocol/read',
  'session/events',
  'session/upcasts',
].map((name) => `shared/src/${name}`);

/** The rules' own table: a page that read it would miss what the course says otherwise. */
const PHASE_TABLE = 'shared/src/protocol/phases';

/** The project path that a specifier means, without its ending, or null for a foreign package. */
function target(file, specifier) {
  const ours = /^@tele-balint\/([^/]+)\/?(.*)$/.exec(specifier);
  const found = ours
    ? `${ours[1]}/src/${ours[2]}`
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier)
      : null;
  return found === null ? null : found.replace(/\.(tsx?|m?js)$/, '');
}

/** The feature folder of a path, or null. */
function feature(file) {
  return /^client\/src\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
}

/** The package's name in a specifier. */
function packageOf(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/**
 * Says why a file may not import something.
 * @param {string} file path in the project, with forward slashes
 * @param {string} specifier as written in the import
 * @param {boolean} typeOnly whether nothing of it exists at run time
 * @returns {string | null} the reason, or null if it may
 */
export function refusal(file, specifier, typeOnly) {
  const from = file.split('/')[0];
  const to = target(file, specifier);
  if (to === null) return refusePackage(file, from, packageOf(specifier));
  const workspace = to.split('/')[0];
  const live = file.endsWith('.live.test.ts') && ['tools', 'e2e'].includes(workspace);
  const seals = from === 'e2e' && asPagesSeal.some((start) => to.startsWith(start));
  if (
    from in mayImport &&
    workspace in mayImport &&
    !mayImport[from].includes(workspace) &&
    !live &&
    !seals
  ) {
    return `${from} may not import ${workspace}`;
  }
  if (from === 'client' && !typeOnly && schemas.includes(to)) {
    return 'the client takes types from schema modules, never their code: use import type';
  }
  if (from === 'client' && to === PHASE_TABLE)
    return 'pages read the row that the view carries, never the table';
  const own = feature(file);
  const other = feature(`${to}/`);
  if (own !== null && other !== null && own !== other)
    return `feature ${own} may not import feature ${other}`;
  return null;
}

/** The same for a package that isn't ours. */
function refusePackage(file, from, name) {
  if (from === 'client' && name === 'zod') return 'no schema library in the browser';
  const home = homes[name];
  if (home === undefined || from === 'e2e' || home.some((start) => file.startsWith(start))) return null;
  return `${name} may only be imported in ${home.join(', ')}`;
}

/** Reports an import that crosses a boundary, in any of the forms an import has. */
export const boundaries = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/');
    const check = (node, typeOnly) => {
      if (typeof node.source?.value !== 'string') return;
      const message = refusal(file, node.source.value, typeOnly);
      if (message !== null) context.report({ node: node.source, message });
    };
    return {
      ImportDeclaration: (node) => check(node, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, false),
    };
  },
};

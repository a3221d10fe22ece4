import path from 'node:path';
import { findNode, root } from './node.mjs';
import { run } from './run.mjs';

/** The variable that names a proxy here, or null. */
export function proxyVariable(env = process.env) {
  return ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'].find((name) => env[name]) ?? null;
}

/** What lets Node 24 go through that proxy, but never to this machine itself; an older Node knows no proxy. */
function throughProxy({ NO_PROXY, no_proxy = NO_PROXY } = process.env) {
  const spared = [no_proxy, 'localhost', '127.0.0.1', '[::1]'].filter(Boolean).join(',');
  return { NODE_USE_ENV_PROXY: '1', NO_PROXY: spared, no_proxy: spared };
}

/**
 * Downloads by a process of its own that goes through the proxy.
 * @param {string} url
 * @param {string} file
 * @param {string} sha256
 */
export async function downloadThroughProxy(url, file, sha256) {
  const program = path.join(root, 'tools', 'download.mjs');
  const code = await run(findNode(), [program, url, file, sha256], { env: throughProxy() });
  if (code !== 0) {
    throw new Error(`it went through the proxy that ${proxyVariable()} names: see the message above`);
  }
}

import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './node.mjs';

// Runs under the new Node that dev.mjs found: serves the page as it is being written, the rest comes from the server.
const client = path.join(root, 'client');
const program = createRequire(path.join(client, 'package.json')).resolve('vite');
const { createServer } = await import(pathToFileURL(program).href);
const [port, server] = process.argv.slice(2);
const passed = ['/api', '/sfu', '/socket.io', '/healthz', '/readyz'];
const proxy = Object.fromEntries(passed.map((start) => [start, { target: server, ws: true }]));
const vite = await createServer({ root: client, server: { port: Number(port), strictPort: true, proxy } });
await vite.listen();

// Loaded before the program (`--import`): names that nobody answers. As in the system's own resolver, each question holds
// one of the few threads that Node has for such work, and for as long as it likes.

import dns from 'node:dns';
import { open } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** A pipe that nobody ever writes to: opening it for reading waits. */
const pipe = process.env['SILENT_PIPE'] ?? '';

const { lookup } = dns;
const silent = (name: string, ...rest: readonly unknown[]): void => {
  if (name.endsWith('.silent')) open(pipe, 'r', () => undefined);
  else (lookup as (...parts: readonly unknown[]) => void)(name, ...rest);
};
dns.lookup = silent as typeof dns.lookup;
syncBuiltinESMExports();

import path from 'node:path';
import { type Stack, startStack } from './stack.ts';

/** The built pages; CLIENT_DIR names others. */
const built = process.env['CLIENT_DIR'] ?? path.resolve(import.meta.dirname, '../client/dist');

/** The stack with the built pages. */
export const startPages = (
  env: NodeJS.ProcessEnv = {},
  door?: (livekit: string) => Promise<string>,
): Promise<Stack> => startStack({ CLIENT_DIR: built, ...env }, '/readyz', door);

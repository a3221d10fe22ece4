// A start that fails says why in a sentence, and what to do.

import { ConfigError, type Config } from './config.ts';
import { FolderInUse } from './log/folder-lock.ts';

type SystemError = Error & { readonly code: string; readonly syscall?: string };

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'code' in error && typeof error.code === 'string';

const ofPort: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ host, port }) =>
    `Another program listens on port ${port} of ${host} already: end it, or set PORT to a free one.`,
  EACCES: ({ port }) => `This account may not listen on port ${port}: set PORT to one above 1023.`,
  EADDRNOTAVAIL: ({ host }) => `HOST is no address of this machine: ${host}.`,
  ENOTFOUND: ({ host }) => `HOST is no address of this machine: ${host}.`,
};

const full = ({ dataDir }: Config): string =>
  `The disk of the data folder ${dataDir} is full: make room and start again. Nothing was changed.`;
const closed = ({ dataDir }: Config): string =>
  `The data folder ${dataDir} cannot be written: give this account the right to, or set DATA_DIR to another folder.`;
const noFolder = ({ dataDir }: Config): string =>
  `${dataDir} is not a folder: set DATA_DIR to one, or move away what lies there.`;

const ofFolder: Readonly<Record<string, (config: Config) => string>> = {
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
  EACCES: closed,
  EPERM: closed,
  EROFS: closed,
  ENOTDIR: noFolder,
  EEXIST: noFolder,
};

/** What somebody at the terminal is told; what nobody foresaw comes with its stack. */
export const startFailure = (error: unknown, config: Config | null): string => {
  if (error instanceof ConfigError || error instanceof FolderInUse) return error.message;
  if (isSystemError(error) && config !== null) {
    const known = ['listen', 'bind', 'getaddrinfo'].includes(error.syscall ?? '') ? ofPort : ofFolder;
    const sentence = known[error.code];
    if (sentence !== undefined) return sentence(config);
  }
  return `The server cannot start. ${error instanceof Error ? error.stack : String(error)}`;
};

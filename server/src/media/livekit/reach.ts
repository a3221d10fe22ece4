// Whether LiveKit is there: for the question whether stays are over, and for `/readyz`.

import { connect } from 'node:net';

/**
 * Looks, and milliseconds between them. On one machine or in one network a connection takes a few milliseconds; while we
 * are too busy to look none has failed.
 */
const [LOOKS, EVERY] = [10, 50];

/** Nobody is at the address, or the name has none. */
const NOBODY = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'EAI_NONAME',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
];
/** The connection ended amid the question: whoever held it may have ended. */
const CUT = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

const codesOf = (error: unknown): readonly unknown[] => {
  if (!(error instanceof Error)) return [];
  const own = 'code' in error ? [error.code] : [];
  const parts = error instanceof AggregateError ? error.errors.flatMap(codesOf) : [];
  return [...own, ...parts, ...codesOf(error.cause)];
};

/** Whether a connection is taken at this address. */
const connects = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const { hostname, port, protocol } = new URL(url);
    const usual = protocol === 'https:' || protocol === 'wss:' ? 443 : 80;
    const socket = connect({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? usual : Number(port),
    });
    let left = LOOKS;
    const end = (taken: boolean): void => {
      clearInterval(timer);
      socket.destroy();
      resolve(taken);
    };
    const timer = setInterval(() => {
      left -= 1;
      if (left === 0) end(false);
    }, EVERY);
    socket.once('connect', () => end(true));
    socket.on('error', () => end(false));
  });

/**
 * Whether nothing listens at the media server's address any more: it has ended, and with it every stay. One that takes
 * connections and answers nothing may go on, and remember.
 */
export const isDown = async (error: unknown, url: string): Promise<boolean> => {
  const codes = codesOf(error);
  if (codes.some((code) => NOBODY.includes(String(code)))) return true;
  const silent = error instanceof Error && error.name === 'TimeoutError';
  return (silent || codes.some((code) => CUT.includes(String(code)))) && !(await connects(url));
};

/** Milliseconds for which the answer to an authenticated question holds: anybody may ask us. */
const HOLDS = 3_000;

/**
 * Ready where LiveKit answers, and takes our key and secret.
 * @param answers whether it answers at all
 * @param authenticated a question that needs the secret; rejects where it is not the right one
 */
export const createReady = (
  answers: () => Promise<boolean>,
  authenticated: () => Promise<unknown>,
  now: () => number = () => performance.now(),
): (() => Promise<boolean>) => {
  let known: { readonly at: number; readonly good: Promise<boolean> } | null = null;
  return async () => {
    if (!(await answers())) {
      known = null;
      return false;
    }
    if (known === null || now() - known.at > HOLDS)
      known = {
        at: now(),
        good: authenticated().then(
          () => true,
          () => false,
        ),
      };
    return known.good;
  };
};

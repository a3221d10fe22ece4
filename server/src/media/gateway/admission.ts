// Who may come through the signal gateway, by a token that proves an identity and the rights of this moment.

import type { IncomingMessage } from 'node:http';
import type { Grant } from '../port.ts';
import { identityOf, type Keys } from '../livekit/tokens.ts';
import { makeIn } from './make.ts';

/** What the gateway asks before it lets anybody near LiveKit. */
export type Admission = Keys & {
  /** LiveKit's HTTP address, reachable from here only. */
  readonly livekitUrl: string;
  /** The rights of an identity now; `null` if it has no place. */
  readonly rightsOf: (identity: string) => Promise<Grant | null>;
};

/** The two ways a client of LiveKit opens its signal, behind our own prefix and the session. */
export const SIGNAL_PATHS = ['/rtc', '/rtc/v1'] as const;

/** What LiveKit's client asks for behind our own prefix and the session; empty where no session stands. */
export const askedOf = ({ pathname }: URL): string => /^\/sfu\/[\w-]+(\/.*)$/.exec(pathname)?.[1] ?? '';

/** What a client may say of itself in the address; `publish`, which makes a second participant, is not in it. */
const KNOWN = [
  'adaptive_stream',
  'auto_subscribe',
  'browser',
  'browser_version',
  'client_protocol',
  'device_model',
  'disable_ice_lite',
  'network',
  'os',
  'os_version',
  'protocol',
  'reconnect',
  'reconnect_reason',
  'sdk',
  'sid',
  'subscriber_allow_pause',
  'version',
];

/** An address of ours without its host. */
export const addressOf = (request: Pick<IncomingMessage, 'url'>): URL =>
  new URL(`http://gateway${request.url ?? '/'}`);

/** The identity that a request proves; `null` without a token of ours. */
export function presented(keys: Keys, url: URL, authorization: string | undefined): Promise<string | null> {
  const token = url.searchParams.get('access_token') ?? /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  return token === undefined ? Promise.resolve(null) : identityOf(keys, token);
}

/**
 * LiveKit's address for a request, with a token of ours in place of the presented one.
 * @param join the join as we have read it; `null` where a client uses the older way, whose parameters are picked one by one
 */
export function upstreamOf(livekitUrl: string, url: URL, token: string, join: string | null): URL {
  const upstream = new URL(askedOf(url), livekitUrl.replace(/^http/, 'ws'));
  for (const name of KNOWN) {
    const given = url.searchParams.get(name);
    const value = name === 'sdk' ? makeIn(given) : given;
    if (value !== null && join === null) upstream.searchParams.set(name, value);
  }
  if (join !== null) upstream.searchParams.set('join_request', join);
  upstream.searchParams.set('access_token', token);
  return upstream;
}

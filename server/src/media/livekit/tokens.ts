// LiveKit's tokens: ours carry no right to send; a presented one proves an identity and nothing else.

import { AccessToken, TokenVerifier } from 'livekit-server-sdk';

/** Seconds. Long enough for a slow page, short enough to be worthless soon. */
const JOIN_TTL = 120;
/** Seconds that clocks may differ. */
const LEEWAY = 10;

export type Keys = { readonly key: string; readonly secret: string };

/** A token to join one room and hear: rights to send are only ever raised by the enforcer. */
export function mintJoin({ key, secret }: Keys, room: string, identity: string): Promise<string> {
  const token = new AccessToken(key, secret, { identity, ttl: JOIN_TTL });
  token.addGrant({
    roomJoin: true,
    room,
    canSubscribe: true,
    canPublish: false,
    canPublishData: false,
    canUpdateOwnMetadata: false,
  });
  return token.toJwt();
}

/**
 * Whose token this is: one that we or LiveKit signed and that has not expired (10 s leeway).
 * @returns the identity, or `null` for anything else
 */
export async function identityOf({ key, secret }: Keys, token: string): Promise<string | null> {
  try {
    const { sub } = await new TokenVerifier(key, secret).verify(token, LEEWAY);
    return typeof sub === 'string' && sub !== '' ? sub : null;
  } catch {
    return null;
  }
}

// One link form: /s/<sessionId>#<invitation>.<roomSecret>. The fragment never reaches a server by itself.

const SECRET_BYTES = 32;
const ID_BYTES = 18;
const SECRET = /^[A-Za-z0-9_-]{22,64}$/;

/** Bytes as links and envelopes carry them. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/**
 * The bytes of a secret, or of whatever else `base64url` has written.
 * @throws where it is no base64url
 */
export const bytesOf = (secret: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(secret.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

const random = (count: number): string => base64url(crypto.getRandomValues(new Uint8Array(count)));

/** A secret that nobody can guess. */
export const freshSecret = (): string => random(SECRET_BYTES);
/** An id for a session, an invitation or a command. */
export const freshId = (): string => random(ID_BYTES);

/** What the server gets instead of the secret. */
export const hashOf = async (secret: string): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))));

export type LinkParts = { readonly sessionId: string; readonly secret: string; readonly roomSecret: string };

export const linkOf = (origin: string, { sessionId, secret, roomSecret }: LinkParts): string =>
  `${origin}/s/${sessionId}#${secret}.${roomSecret}`;

/** The two secrets in a link's fragment, or null if it is not one of ours: the one reader of all pages. */
export const secretsIn = (fragment: string): Omit<LinkParts, 'sessionId'> | null => {
  const [secret = '', roomSecret = '', ...rest] = fragment.replace(/^#/, '').split('.');
  return rest.length === 0 && SECRET.test(secret) && SECRET.test(roomSecret) ? { secret, roomSecret } : null;
};

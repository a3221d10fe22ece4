import { randomBytes } from 'node:crypto';

/** The second secret of a link; no server ever sees it. One for all sessions of a program. */
export const roomSecret = randomBytes(18).toString('base64url');

import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** SHA-256 of a link's secret, base64url: all that we keep of it. */
export const secretHashOf = (secret: string): string => digest(secret).toString('base64url');

/** Whether two secrets are the same, in a time that says nothing about them. */
export const sameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(digest(one), digest(other));

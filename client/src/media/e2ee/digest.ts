import { type Bytes, type Hex, toHex } from '@tele-balint/shared/e2ee/bytes';

/** SHA-256. */
export const digest = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export const digestHex = async (bytes: Bytes): Promise<Hex> => toHex(await digest(bytes));

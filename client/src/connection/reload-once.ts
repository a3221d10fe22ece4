import { PROTOCOL_VERSION } from '@tele-balint/shared/protocol-version';

const KEPT = 'tele-balint:reloaded-from';

/** Reloads a page that is older than the server, once per version. False: it was tried already. */
export const reloadOnce = (): boolean => {
  const mine = String(PROTOCOL_VERSION);
  if (sessionStorage.getItem(KEPT) === mine) return false;
  sessionStorage.setItem(KEPT, mine);
  location.reload();
  return true;
};

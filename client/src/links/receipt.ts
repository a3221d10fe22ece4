// What a tab keeps of an evening that is over: with it the last page asks whether the key is gone, also after a reload.

export type Receipt = {
  readonly sessionId: string;
  readonly receipt: string;
  /** When the key is to be destroyed, in ms since 1970; `null` where others stay, and nobody knows for how long. */
  readonly until: number | null;
};

const keptUnder = (sessionId: string): string => `tele-balint:receipt:${sessionId}`;

/** Keeps it for this tab. */
export const keepReceipt = ({ sessionId, receipt, until }: Receipt): void => {
  try {
    sessionStorage.setItem(keptUnder(sessionId), `${receipt} ${until ?? ''}`);
  } catch {
    // Without storage the last page asks until it is loaded anew.
  }
};

/** What this tab has of the session's end. */
export const keptReceipt = (sessionId: string | null): Receipt | null => {
  if (sessionId === null) return null;
  try {
    const text = sessionStorage.getItem(keptUnder(sessionId)) ?? '';
    const [, receipt, until = ''] = /^([A-Za-z0-9_-]+) (\d*)$/.exec(text) ?? [];
    return receipt === undefined ? null : { sessionId, receipt, until: until === '' ? null : Number(until) };
  } catch {
    return null;
  }
};

/** Takes it away: it opens nothing any more. */
export const dropReceipt = (sessionId: string): void => {
  try {
    sessionStorage.removeItem(keptUnder(sessionId));
  } catch {
    // Without storage nothing was kept.
  }
};

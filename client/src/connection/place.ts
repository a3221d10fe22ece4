// Which window of this browser holds the place. The lock dies with its window, so a reload asks nothing.

/** Holding a lock: `lost` fires when another window took it. */
type Hold = { readonly lost: (listener: () => void) => void };

const take = (name: string, steal: boolean): Promise<Hold | null> =>
  new Promise((resolve) => {
    // Insecure pages have no locks: the server asks then.
    if (!('locks' in navigator)) return resolve(null);
    const listeners: (() => void)[] = [];
    const held = navigator.locks.request(name, steal ? { steal } : { ifAvailable: true }, (lock) => {
      if (lock === null) return resolve(null);
      resolve({ lost: (listener) => void listeners.push(listener) });
      return new Promise<void>(() => undefined);
    });
    held.catch(() => {
      resolve(null);
      for (const listener of listeners) listener();
    });
  });

/** Takes the place of this token for this window, if no other window of this browser holds it. */
export const takeIfFree = (token: string): Promise<Hold | null> => take(`tele-balint:place:${token}`, false);

/** Takes the place over from another window, after the person said so. */
export const takeOver = (token: string): Promise<Hold | null> => take(`tele-balint:place:${token}`, true);

const askWhetherOnly = async (sessionId: string): Promise<boolean> => {
  if (!('locks' in navigator)) return true;
  const prefix = `tele-balint:window:${sessionId}:`;
  const { held = [] } = await navigator.locks.query();
  void take(prefix + crypto.randomUUID(), false);
  return !held.some(({ name }) => name?.startsWith(prefix));
};

const answers = new Map<string, Promise<boolean>>();

/**
 * Whether this is the only window of the session in this browser. A second one starts with its loudspeaker
 * off, or two windows side by side would feed each other's sound. Asked once per page: its own lock lasts as long
 * as the page does, and would count as another window.
 */
export const isOnlyWindow = (sessionId: string): Promise<boolean> => {
  const answer = answers.get(sessionId) ?? askWhetherOnly(sessionId);
  answers.set(sessionId, answer);
  return answer;
};

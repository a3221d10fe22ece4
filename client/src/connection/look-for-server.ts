/** Milliseconds between two looks. */
const EVERY = 1_000;
/** Milliseconds that one may take: several of them are under way where nothing answers. A browser allows six at a time. */
const PATIENCE = 4_000;

/**
 * Calls back once when the server answers a request, at the latest a second after it can, with the instant at which that
 * was asked; never once the signal was aborted. A request that is lost keeps no other one waiting, and browsers hold new
 * WebSockets back by seconds where many have failed, but no requests.
 */
export const lookForServer = (found: (asked: number) => void, signal: AbortSignal): void => {
  const over = new AbortController();
  const ended = AbortSignal.any([signal, over.signal]);
  const look = async () => {
    const asked = performance.now();
    const patience = AbortSignal.any([ended, AbortSignal.timeout(PATIENCE)]);
    const answer = await fetch('/healthz', { cache: 'no-store', signal: patience }).catch(() => null);
    if (answer?.ok !== true || ended.aborted) return;
    over.abort();
    found(asked);
  };
  const timer = setInterval(() => void look(), EVERY);
  ended.addEventListener('abort', () => clearInterval(timer));
  void look();
};

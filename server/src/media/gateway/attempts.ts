// Who is on the way through the gateway, and who has passed: per identity, so that a lost place ends them all.

/** Of one identity at a time: a page, its successor, and a few on their way out. */
const AT_ONCE = 6;

export type Attempt = {
  /** Aborted when it must end: its client has gone, its place is lost, or a newer attempt has come. */
  readonly signal: AbortSignal;
  /** It has passed; from now on a newer one leaves it alone. LiveKit decides between the two. */
  passed(): void;
  end(): void;
};

export type Attempts = {
  /** `null` if there are too many of this identity. */
  begin(identity: string): Attempt | null;
  end(identity: string): void;
  endAll(): void;
};

/** No attempts yet. */
export function createAttempts(): Attempts {
  const all = new Map<string, Map<AbortController, 'waits' | 'passed'>>();
  const end = (identity: string): void => {
    for (const gone of [...(all.get(identity)?.keys() ?? [])]) gone.abort();
  };
  return {
    begin(identity) {
      // The newest counts: an older one that was let go on later would put it out again.
      for (const [gone, state] of [...(all.get(identity) ?? [])]) if (state === 'waits') gone.abort();
      const mine = all.get(identity) ?? new Map<AbortController, 'waits' | 'passed'>();
      if (mine.size >= AT_ONCE) return null;
      const gone = new AbortController();
      all.set(identity, mine.set(gone, 'waits'));
      gone.signal.addEventListener('abort', () => {
        mine.delete(gone);
        if (mine.size === 0 && all.get(identity) === mine) all.delete(identity);
      });
      return {
        signal: gone.signal,
        passed: () => void (mine.has(gone) && mine.set(gone, 'passed')),
        end: () => gone.abort(),
      };
    },
    end,
    endAll: () => [...all.keys()].forEach(end),
  };
}

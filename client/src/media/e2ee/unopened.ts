/** Milliseconds between two failures with one key, after which it is no matter of a key that is still on its way. */
const LASTS = 3_000;

/** Of whom something sealed does not open though their key is here. The worker tells a failure at most once a second. */
export class Unopened {
  private readonly since = new Map<string, { readonly first: number; readonly last: number }>();
  private readonly clock: () => number;

  /** @param clock milliseconds that never go back */
  constructor(clock: () => number = () => performance.now()) {
    this.clock = clock;
  }

  failed(identity: string | undefined): void {
    if (identity === undefined) return;
    const now = this.clock();
    this.since.set(identity, { first: this.since.get(identity)?.first ?? now, last: now });
  }

  /** A new key of theirs is here: what failed before says nothing of it. */
  hasKey(identity: string): void {
    this.since.delete(identity);
  }

  now(): ReadonlySet<string> {
    const lasting = [...this.since].filter(([, { first, last }]) => last - first >= LASTS);
    return new Set(lasting.map(([identity]) => identity));
  }
}

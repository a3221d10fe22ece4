// What one identity may send over all its connections. A new connection does not fill it up again.

/** What a page may send at once, and each second from then on. */
export type Budget = { readonly atOnce: number; readonly eachSecond: number };

/** Identities remembered at once; beyond it the one that has been quiet longest is dropped. */
const MOST = 20_000;
const SECOND = 1000;

export type Spending = {
  /** Takes so much from somebody's budget; `false`, and nothing taken, where there is not enough left. */
  spend(identity: string, amount: number, now: number): boolean;
};

/** Full budgets. */
export function createSpending({ atOnce, eachSecond }: Budget): Spending {
  const spent = new Map<string, { readonly level: number; readonly at: number }>();
  return {
    spend(identity, amount, now) {
      const { level, at } = spent.get(identity) ?? { level: 0, at: now };
      const next = Math.max(0, level - ((now - at) * eachSecond) / SECOND) + amount;
      if (next > atOnce) return false;
      spent.delete(identity);
      spent.set(identity, { level: next, at: now });
      const quietest = spent.keys().next().value;
      if (spent.size > MOST && quietest !== undefined) spent.delete(quietest);
      return true;
    },
  };
}

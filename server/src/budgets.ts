// What one address, one line or one link may do. A reconnect refills nothing: a budget belongs to whom it bounds.

import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createLimit, type Limit } from './http/limits.ts';

/** Connections of one line in a minute: a line that comes and goes every second is well below. */
const COMINGS_PER_MINUTE = 120;

/** At once, and each minute after. A ward of forty people behind one address comes back from an outage in one second. */
const RATES = {
  /** Upgrades of one address to our pages' sockets. */
  upgrades: { burst: 400, perMinute: 240 },
  /** "Ask to come in", of one address, at all doors. */
  entries: { burst: 240, perMinute: 60 },
  /** The same at one link: a whole group may come by the open one from one house. */
  entriesAtLink: { burst: 40, perMinute: 10 },
  /** The same at one link, from everywhere. */
  entriesOfLink: { burst: 120, perMinute: 60 },
  /** Sessions opened by one address where no organiser's key is asked for. */
  openings: { burst: 20, perMinute: 2 },
  /** Commands of one line: far above what a hand can press. */
  commands: { burst: 20, perMinute: 300 },
  /** Envelopes of one line to other lines: whoever comes in exchanges keys with everybody. */
  relays: { burst: 60, perMinute: 600 },
  /** Bytes of them from one line to one other: what is above is dropped, and only its sender suffers. */
  relayedBytes: { burst: 16 * 1024, perMinute: 60 * 1024 },
} as const;

export type Budgets = Readonly<
  Record<keyof typeof RATES | 'requests' | 'failures' | 'keyFailures' | 'comings', Limit>
>;

/** All of them, full. */
export const createBudgets = (
  clock: Clock,
  { allowance, failuresPerMinute, requestsPerMinute }: Config,
): Budgets => {
  const of = ({ burst, perMinute }: { readonly burst: number; readonly perMinute: number }): Limit =>
    createLimit(clock, perMinute * allowance, burst * allowance);
  return {
    requests: createLimit(clock, requestsPerMinute),
    failures: createLimit(clock, failuresPerMinute),
    keyFailures: createLimit(clock, failuresPerMinute),
    comings: createLimit(clock, COMINGS_PER_MINUTE),
    upgrades: of(RATES.upgrades),
    entries: of(RATES.entries),
    entriesAtLink: of(RATES.entriesAtLink),
    entriesOfLink: of(RATES.entriesOfLink),
    openings: of(RATES.openings),
    commands: of(RATES.commands),
    relays: of(RATES.relays),
    relayedBytes: of(RATES.relayedBytes),
  };
};

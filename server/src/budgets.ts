// What one address, one line or one link may do. A reconnect refills nothing: a budget belongs to whom it bounds.

import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { createLimit, type Limit } from './http/limits.ts';

/** Connections of one line in a minute: a line that comes and goes every second is well below. */
export const COMINGS_PER_MINUTE = 120;

/** At once, and each minute after. A ward of forty people behind one address comes back from an outage in one second. */
export const RATES = {
  /** Upgrades of one address to our pages' sockets. */
  upgrades: { burst: 400, perMinute: 240 },
  /** "Ask to come in", of one address, at all doors. */
  entries: { burst: 240, perMinute: 60 },
  /** The same at one link: a whole group may come by the open one from one house. */
  entriesAtLink: { burst: 40, perMinute: 10 },
  /** The same at one link, from everywhere. */
  entriesOfLink: { burst: 120, perMinute: 60 },
  /** Questions of one address whether one session is forgotten: its pages ask at once, and once a minute while it is not. */
  askings: { burst: 120, perMinute: 60 },
  /** Sessions opened by one address where no organiser's key is asked for. */
  openings: { burst: 20, perMinute: 2 },
  /** The same in a day: one that nobody begins is kept for fourteen, so at most some fifteen hundred of one address are there. */
  openingsOfDay: { burst: 100, perMinute: 100 / (24 * 60) },
  /** Commands of one line: far above what a hand can press. */
  commands: { burst: 20, perMinute: 300 },
  /**
   * What one place writes into the log of its session, whatever lines hold it: the busiest leader stays below three a
   * minute. Read again at a start, so what a full circle may write in three hours must not take long.
   */
  written: { burst: 300, perMinute: 6 },
  /**
   * Envelopes of one line, to however many others: who came first into a full circle that fills within seconds answers to
   * 325 keys, and sends some hundred of its own. What is above is dropped, and only its sender suffers.
   */
  relays: { burst: 600, perMinute: 600 },
  /** Bytes of them from one line to one other: 25 times keys to all who are there are 48,000, with beats and hellos 80,000. */
  relayedBytes: { burst: 96 * 1024, perMinute: 60 * 1024 },
  /** Upgrades of one address at the gateway: a hospital's is that of many sessions, whose pages all come back at once. */
  signalUpgrades: { burst: 1200, perMinute: 1200 },
  /** The same of one identity: a page that comes back as often as it can asks some 15 times a minute. */
  signalUpgradesOfOne: { burst: 40, perMinute: 60 },
  /** Frames of one identity: coming in and publishing is some 60, a subscription for each tile some 100 more. */
  signalFrames: { burst: 2000, perMinute: 1200 },
  /** Bytes of them. An offer in a full circle has some 100,000, and each that comes or goes asks for one or two. */
  signalBytes: { burst: 16 * 1024 * 1024, perMinute: 60 * 64 * 1024 },
  /** Addresses of one identity at which LiveKit knocks, eight times each: a page has some 20 each time it comes. */
  signalAddresses: { burst: 600, perMinute: 120 },
} as const;

export type Budgets = Readonly<
  Record<keyof typeof RATES | 'requests' | 'failures' | 'keyFailures' | 'comings', Limit>
>;

/** Those of the signal gateway. */
export type SignalBudgets = Pick<
  Budgets,
  'signalUpgrades' | 'signalUpgradesOfOne' | 'signalFrames' | 'signalBytes' | 'signalAddresses'
>;

/** All of them, full. */
export const createBudgets = (
  clock: Clock,
  {
    allowance,
    failuresPerMinute,
    requestsPerMinute,
  }: Pick<Config, 'allowance' | 'failuresPerMinute' | 'requestsPerMinute'>,
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
    askings: of(RATES.askings),
    openings: of(RATES.openings),
    openingsOfDay: of(RATES.openingsOfDay),
    commands: of(RATES.commands),
    written: of(RATES.written),
    relays: of(RATES.relays),
    relayedBytes: of(RATES.relayedBytes),
    signalUpgrades: of(RATES.signalUpgrades),
    signalUpgradesOfOne: of(RATES.signalUpgradesOfOne),
    signalFrames: of(RATES.signalFrames),
    signalBytes: of(RATES.signalBytes),
    signalAddresses: of(RATES.signalAddresses),
  };
};

// What one address may do in a minute. A whole ward may sit behind one address, so failures count, not people.

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { Clock } from '../clock.ts';

const MINUTE = 60_000;
/** Addresses kept at once; beyond it the oldest are dropped, so that no flood of addresses fills the memory. */
const MOST = 50_000;

export type Limit = {
  /** Whether the address has used up its minute: not one whole more is left. */
  spent(address: string, amount?: number): boolean;
  count(address: string, amount?: number): void;
  /** Counts, unless the minute is used up: then nothing more is, and the answer is false. */
  take(address: string, amount?: number): boolean;
};

/** IPv6 addresses are handed out by networks of 64 bits; one person has a whole one. */
export const bucketOf = (address: string): string => {
  // Not by the library: it makes an error with its stack for each name that is no address, in every frame of a line.
  if (isIP(address) === 0) return address;
  // A socket that listens on both forms writes an address of the older one in the newer.
  // The network card that a link-local address is on is no part of it, and some are called what the library refuses.
  const known = ipaddr.process(address.split('%')[0] ?? address);
  return known instanceof ipaddr.IPv6
    ? known.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')
    : known.toString();
};

/**
 * A bucket per address that empties evenly: `burst` at once, then one each 60 s / `perMinute`. Whatever else floods by a
 * name that is no address, a line, a link or an identity, has its bucket under that name.
 */
export const createLimit = (clock: Clock, perMinute: number, burst = perMinute): Limit => {
  const buckets = new Map<string, { level: number; at: number }>();
  /** Milliseconds after which a bucket that was full is empty. */
  const emptiedAfter = (burst * MINUTE) / perMinute;
  const level = (bucket: string): number => {
    const known = buckets.get(bucket);
    if (known === undefined) return 0;
    return Math.max(0, known.level - ((clock.now() - known.at) * perMinute) / MINUTE);
  };
  /** The first is the one that was counted longest ago. */
  const dropOld = (): void => {
    for (const [bucket, { at }] of buckets) {
      if (buckets.size <= MOST && clock.now() - at < emptiedAfter) return;
      buckets.delete(bucket);
    }
  };
  const isSpent = (bucket: string, amount: number): boolean => level(bucket) + amount > burst;
  const add = (bucket: string, amount: number): void => {
    const next = { level: level(bucket) + amount, at: clock.now() };
    buckets.delete(bucket);
    buckets.set(bucket, next);
    dropOld();
  };
  return {
    spent: (address, amount = 1) => isSpent(bucketOf(address), amount),
    count: (address, amount = 1) => add(bucketOf(address), amount),
    take: (address, amount = 1) => {
      const bucket = bucketOf(address);
      if (isSpent(bucket, amount)) return false;
      add(bucket, amount);
      return true;
    },
  };
};

// What one address may do in a minute. A whole ward may sit behind one address, so failures count, not people.

import type { Clock } from '../clock.ts';

const MINUTE = 60_000;
/** Addresses kept at once; beyond it the oldest are dropped, so that no flood of addresses fills the memory. */
const MOST = 50_000;

export type Limit = {
  /** Whether the address has used up its minute: not one whole more is left. */
  spent(address: string): boolean;
  count(address: string): void;
};

/** IPv6 addresses are handed out by networks of 64 bits; one person has a whole one. */
export const bucketOf = (address: string): string => {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0;
  return [...left, ...Array<string>(zeros).fill('0'), ...right].slice(0, 4).join(':');
};

/** A bucket per address that empties evenly: `perMinute` at once, then one each 60 s / `perMinute`. */
export const createLimit = (clock: Clock, perMinute: number): Limit => {
  const buckets = new Map<string, { level: number; at: number }>();
  const level = (address: string): number => {
    const bucket = buckets.get(bucketOf(address));
    if (bucket === undefined) return 0;
    return Math.max(0, bucket.level - ((clock.now() - bucket.at) * perMinute) / MINUTE);
  };
  return {
    spent: (address) => level(address) + 1 > perMinute,
    count: (address) => {
      const next = { level: level(address) + 1, at: clock.now() };
      buckets.delete(bucketOf(address));
      buckets.set(bucketOf(address), next);
      const oldest = buckets.keys().next().value;
      if (buckets.size > MOST && oldest !== undefined) buckets.delete(oldest);
    },
  };
};

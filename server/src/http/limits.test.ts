import { describe, expect, it } from 'vitest';
import { manualClock } from '../testing/manual-clock.ts';
import { bucketOf, createLimit } from './limits.ts';

describe('a limit', () => {
  it('lets so many pass in a minute and fills again evenly [HT3]', () => {
    const clock = manualClock();
    const limit = createLimit(clock, 3);
    for (let i = 0; i < 3; i += 1) {
      expect(limit.spent('a')).toBe(false);
      limit.count('a');
    }
    expect(limit.spent('a')).toBe(true);
    expect(limit.spent('b')).toBe(false);
    clock.advance(20_000);
    expect(limit.spent('a')).toBe(false);
    limit.count('a');
    expect(limit.spent('a')).toBe(true);
  });

  it('may let more pass at once than in a minute [HT3]', () => {
    const clock = manualClock();
    const limit = createLimit(clock, 2, 5);
    for (let i = 0; i < 5; i += 1) {
      expect(limit.spent('a')).toBe(false);
      limit.count('a');
    }
    expect(limit.spent('a')).toBe(true);
    clock.advance(30_000);
    expect(limit.spent('a')).toBe(false);
    limit.count('a');
    // Others that come and go do not empty it.
    for (let i = 0; i < 1_000; i += 1) limit.count(`b${i}`);
    expect(limit.spent('a')).toBe(true);
    clock.advance(150_000);
    for (let i = 0; i < 5; i += 1) {
      expect(limit.spent('a')).toBe(false);
      limit.count('a');
    }
    expect(limit.spent('a')).toBe(true);
  });

  it('takes a network of IPv6 for one address [HT3]', () => {
    expect(bucketOf('2001:db8:1:2:3:4:5:6')).toBe(bucketOf('2001:db8:1:2::9'));
    expect(bucketOf('2001:db8:1:3::1')).not.toBe(bucketOf('2001:db8:1:2::1'));
    expect(bucketOf('192.0.2.1')).not.toBe(bucketOf('192.0.2.2'));
    expect(bucketOf('::ffff:192.0.2.1')).not.toBe(bucketOf('::ffff:192.0.2.2'));
    expect(bucketOf('::ffff:192.0.2.1')).toBe(bucketOf('192.0.2.1'));
    expect(bucketOf('fe80::1%br-lan')).toBe(bucketOf('fe80::1%bond0.20'));
  });
});

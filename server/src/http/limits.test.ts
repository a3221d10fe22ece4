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

  it('takes a network of IPv6 for one address [HT3]', () => {
    expect(bucketOf('2001:db8:1:2:3:4:5:6')).toBe(bucketOf('2001:db8:1:2::9'));
    expect(bucketOf('2001:db8:1:3::1')).not.toBe(bucketOf('2001:db8:1:2::1'));
    expect(bucketOf('192.0.2.1')).not.toBe(bucketOf('192.0.2.2'));
    expect(bucketOf('::ffff:192.0.2.1')).not.toBe(bucketOf('::ffff:192.0.2.2'));
  });
});

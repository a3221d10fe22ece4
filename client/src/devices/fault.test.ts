import { describe, expect, it } from 'vitest';
import { faultOf } from './fault.ts';

const named = (name: string) => Object.assign(new Error(name), { name });

describe('a device that does not open', () => {
  it('[LB6] is blocked, missing or taken; anything else is not the device', () => {
    expect(faultOf(named('NotAllowedError'))).toBe('blocked');
    expect(faultOf(named('NotFoundError'))).toBe('missing');
    expect(faultOf(named('NotReadableError'))).toBe('taken');
    expect(faultOf(named('PublishTrackError'))).toBeNull();
    expect(faultOf('x')).toBeNull();
  });
});

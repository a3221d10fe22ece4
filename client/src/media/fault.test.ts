import { describe, expect, it } from 'vitest';
import { faultOf } from './fault.ts';

const named = (name: string) => Object.assign(new Error(name), { name });

describe('a device that does not open', () => {
  it('[MC7] is blocked, missing or busy; anything else is not the device', () => {
    expect(faultOf(named('NotAllowedError'))).toBe('blocked');
    expect(faultOf(named('NotFoundError'))).toBe('missing');
    expect(faultOf(named('NotReadableError'))).toBe('busy');
    expect(faultOf(named('PublishTrackError'))).toBeNull();
    expect(faultOf('x')).toBeNull();
  });
});

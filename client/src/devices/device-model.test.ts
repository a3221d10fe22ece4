import { describe, expect, it } from 'vitest';
import { turnOf } from './device-model.ts';

describe('a device', () => {
  it('[VO14] offers to turn off only a camera that may be on', () => {
    expect((['on', 'starting', 'off', 'blocked', 'missing', 'taken'] as const).map(turnOf)).toEqual([
      'turnOff',
      'turnOff',
      'turnOn',
      'leaveOff',
      'leaveOff',
      'leaveOff',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { levelOf, stateOfFault, turnOf } from './device-model.ts';

describe('a device', () => {
  it('[LB6] tells blocked, missing and taken devices apart', () => {
    expect(stateOfFault('NotAllowedError')).toBe('blocked');
    expect(stateOfFault('NotFoundError')).toBe('missing');
    expect(stateOfFault('NotReadableError')).toBe('taken');
  });

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

  it('[LB7] the level moves with the voice', () => {
    expect(levelOf(new Float32Array(64))).toBe(0);
    expect(levelOf(new Float32Array(64).fill(0.05))).toBeGreaterThan(50);
    expect(levelOf(new Float32Array(64).fill(1))).toBe(100);
  });
});

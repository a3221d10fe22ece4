import { describe, expect, it } from 'vitest';
import { besidesDefault, nameOfDefault, turnOf } from './device-model.ts';

describe('a device', () => {
  it('[CR8] offers to turn off only a camera that may be on', () => {
    expect((['on', 'starting', 'off', 'blocked', 'missing', 'taken'] as const).map(turnOf)).toEqual([
      'turnOff',
      'turnOff',
      'turnOn',
      'leaveOff',
      'leaveOff',
      'leaveOff',
    ]);
  });

  it('[LB14] names the default: what was taken, else the entry of that name, else the first', () => {
    const [headset, built] = [
      { deviceId: 'a1', label: 'Headset (1234:5678)' },
      { deviceId: 'b2', label: 'Built-in microphone' },
    ];
    const byDefault = { deviceId: 'default', label: 'Standard - Headset (1234:5678)' };
    expect(nameOfDefault([byDefault, built, headset])).toBe(headset.label);
    expect(nameOfDefault([byDefault, built])).toBe(byDefault.label);
    expect(nameOfDefault([headset, built], built.label)).toBe(built.label);
    expect(nameOfDefault([headset, built])).toBe(headset.label);
    // What no device of the list is called is no name for people.
    expect(nameOfDefault([headset, built], '7f3c-91ab')).toBe(headset.label);
    expect(nameOfDefault([{ deviceId: '', label: '' }])).toBe('');
    expect(nameOfDefault([])).toBe('');
    expect(besidesDefault([byDefault, built])).toEqual([built]);
  });
});

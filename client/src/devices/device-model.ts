// What a device is doing, in our words, and how loud it is.

export type DeviceState = 'starting' | 'on' | 'off' | 'blocked' | 'missing' | 'taken';

/** What the camera's button offers: a camera that gives no picture cannot be turned off, only be left off. */
export const turnOf = (state: DeviceState): 'turnOn' | 'turnOff' | 'leaveOff' => {
  if (state === 'off') return 'turnOn';
  return state === 'on' || state === 'starting' ? 'turnOff' : 'leaveOff';
};

/** The browser's name for what went wrong, in our words. */
export const stateOfFault = (name: string): DeviceState => {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked';
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'missing' : 'taken';
};

/** Root mean square of samples between -1 and 1 as 0 to 100, quiet speech well visible. */
export const levelOf = (samples: Float32Array): number => {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 20 * Math.log10(Math.sqrt(sum / Math.max(1, samples.length)) + 1e-6);
  return Math.round(Math.min(100, Math.max(0, ((decibels + 60) / 50) * 100)));
};

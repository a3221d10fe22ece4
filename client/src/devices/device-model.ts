import type { Fault } from './fault.ts';

/** What a device is doing. */
export type DeviceState = 'starting' | 'on' | 'off' | Fault;

/** What the camera's button offers: a camera that gives no picture cannot be turned off, only be left off. */
export const turnOf = (state: DeviceState): 'turnOn' | 'turnOff' | 'leaveOff' => {
  if (state === 'off') return 'turnOn';
  return state === 'on' || state === 'starting' ? 'turnOff' : 'leaveOff';
};

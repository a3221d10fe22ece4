import type { Fault } from './fault.ts';

/** What a device is doing. */
export type DeviceState = 'starting' | 'on' | 'off' | Fault;

/** What the camera's button offers: a camera that gives no picture cannot be turned off, only be left off. */
export const turnOf = (state: DeviceState): 'turnOn' | 'turnOff' | 'leaveOff' => {
  if (state === 'off') return 'turnOn';
  return state === 'on' || state === 'starting' ? 'turnOff' : 'leaveOff';
};

/** The browser's own entry for "whatever is the default": another name of a device that stands in the list as well. */
const DEFAULT = 'default';
type Named = { readonly deviceId: string; readonly label: string };

/** The devices that can be chosen besides the default. */
export const besidesDefault = <T extends Named>(devices: readonly T[]): readonly T[] =>
  devices.filter(({ deviceId }) => deviceId !== DEFAULT);

/**
 * Which device the browser takes where nobody chooses, or '' as long as it names none.
 * @param taken the label of the one that it has taken; browsers put the default first
 */
export const nameOfDefault = (devices: readonly Named[], taken = ''): string => {
  // "Default - Headset", in the browser's language, is the headset.
  const named = (label: string): string | undefined =>
    besidesDefault(devices).find((one) => one.label !== '' && label.endsWith(one.label))?.label;
  const first = devices.find(({ deviceId }) => deviceId === DEFAULT)?.label ?? devices[0]?.label ?? '';
  return named(taken) ?? named(first) ?? first;
};

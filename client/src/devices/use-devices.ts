import { useStore } from 'zustand';
import { type Devices, devices } from './chosen-devices.ts';
import type { Kind } from './device-list.ts';

/** This browser's choices of devices. */
export const useDevices = () => useStore(devices);

export const choose = (change: Partial<Devices>) => devices.setState(change);
/** @param id `null` leaves it to the browser */
export const chooseDevice = (kind: Kind, id: string | null) =>
  choose(kind === 'camera' ? { cameraId: id } : { microphoneId: id });
/** Coming in makes a choice of what stood there, so that a reload finds it again. */
export const confirmChoices = () => devices.setState((standing) => ({ ...standing }));

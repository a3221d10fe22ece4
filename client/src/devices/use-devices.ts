import { useStore } from 'zustand';
import { type Devices, devices } from './chosen-devices.ts';

/** This browser's choices of devices. */
export const useDevices = () => useStore(devices);

export const choose = (change: Partial<Devices>) => devices.setState(change);
/** Coming in makes a choice of what stood there, so that a reload finds it again. */
export const confirmChoices = () => devices.setState((standing) => ({ ...standing }));

// Which devices this browser uses, and whether they shall be open. Wishes only: the room's rules are not here.

import { createStore } from 'zustand/vanilla';

export type Devices = {
  /** `null` = as the browser chooses. */
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly microphoneOn: boolean;
  readonly cameraOn: boolean;
};
type Store = Devices & { readonly set: (change: Partial<Devices>) => void };

export const devices = createStore<Store>()((set) => ({
  microphoneId: null,
  cameraId: null,
  microphoneOn: true,
  cameraOn: true,
  set: (change) => set(change),
}));

import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const KEPT = 'tele-balint:keys';
const OFF = 'off';

const kept = (): boolean => {
  try {
    return localStorage.getItem(KEPT) !== OFF;
  } catch {
    return true;
  }
};

/** Whether shortcuts act at all. One switch for every one of them, remembered by this browser. */
export const keysSwitch = createStore<{ readonly on: boolean }>(() => ({ on: kept() }));

keysSwitch.subscribe(({ on }) => {
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, OFF);
  } catch {
    // A browser without storage forgets it with the page.
  }
});

export const useKeysOn = (): boolean => useStore(keysSwitch, ({ on }) => on);

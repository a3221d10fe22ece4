import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { announcements, type Announcements } from './announce.ts';
import { devices, type Devices } from '../devices/chosen-devices.ts';
import { serverTime } from '../connection/server-clock.ts';
import { session, type SessionState } from './store.ts';

/** A part of what is known of the session. */
export const useSession = <T>(select: (state: SessionState) => T): T => useStore(session, select);

/** Devices and wishes. */
export const useDevices = (): Devices => useStore(devices);

/** What is being spoken. */
export const useAnnouncements = (): Announcements => useStore(announcements);

/**
 * The server's clock, read again every `every` ms, counted from the instant `from`: so all pages change their digits
 * together.
 */
export const useServerNow = (every: number, from = 0): number => {
  const ahead = useSession((state) => state.clock?.ahead ?? 0);
  const [at, setAt] = useState(() => performance.now());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const now = performance.now();
      setAt(now);
      timer = setTimeout(tick, every - ((serverTime({ ahead }, now) - from) % every));
    };
    tick();
    return () => clearTimeout(timer);
  }, [ahead, every, from]);
  return serverTime({ ahead }, at);
};

/** True once `is` has lasted `ms`: a blink of the line is not worth a notice. */
export const useLasting = (is: boolean, ms: number): boolean => {
  const [lasted, setLasted] = useState(false);
  useEffect(() => {
    if (!is) return;
    const timer = setTimeout(() => setLasted(true), ms);
    return () => {
      clearTimeout(timer);
      setLasted(false);
    };
  }, [is, ms]);
  return is && lasted;
};

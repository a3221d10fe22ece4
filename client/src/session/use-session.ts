import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { announcements, type Announcement } from './announce.ts';
import { devices, type Devices } from './devices.ts';
import { serverTime } from './server-clock.ts';
import { session, type SessionState } from './store.ts';

/** A part of what is known of the session. */
export const useSession = <T>(select: (state: SessionState) => T): T => useStore(session, select);

/** Devices and wishes. */
export const useDevices = (): Devices => useStore(devices);

/** What is being spoken. */
export const useAnnouncement = (): Announcement => useStore(announcements);

/** The server's clock, read again every `every` ms. */
export const useServerNow = (every: number): number => {
  const clock = useSession((state) => state.clock);
  const [at, setAt] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setAt(performance.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return serverTime(clock ?? { ahead: 0 }, at);
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

import { MINUTE } from '@tele-balint/shared/vocabulary';
import { useEffect, useState } from 'react';

/** This device's clock, read anew each minute, and when the page is looked at again: timers stand still while a device sleeps. */
export const useMinute = (): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const read = () => setNow(Date.now());
    const timer = setInterval(read, MINUTE);
    document.addEventListener('visibilitychange', read);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', read);
    };
  }, []);
  return now;
};

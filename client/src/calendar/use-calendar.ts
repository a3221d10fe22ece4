import { useState } from 'react';
import { calendarFile, type Evening } from './calendar-file.ts';

const save = (text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'balint.ics';
  link.click();
  URL.revokeObjectURL(url);
};

/** Hands over an evening for the reader's own calendar; `failed` = what writes it did not come. */
export const useCalendar = (evening: Evening) => {
  const [failed, setFailed] = useState(false);
  const make = (): Promise<void> =>
    calendarFile(evening, Date.now()).then(
      (text) => {
        setFailed(false);
        save(text);
      },
      () => setFailed(true),
    );
  return { make, failed };
};

import { useState } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { calendarFile, type Evening } from './calendar-file.ts';

const save = (text: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'balint.ics';
  link.click();
  URL.revokeObjectURL(url);
};

/** Hands over the evening for the reader's own calendar. */
export function CalendarButton({ evening }: { readonly evening: Evening }) {
  const [failed, setFailed] = useState(false);
  const make = (): Promise<void> =>
    calendarFile(evening, Date.now()).then(
      (text) => {
        setFailed(false);
        save(text);
      },
      () => setFailed(true),
    );
  return (
    <>
      <Button onClick={() => void make()}>{t('calendar.file')}</Button>
      {failed ? <p role="alert">{t('calendar.failed')}</p> : null}
    </>
  );
}

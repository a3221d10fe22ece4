import { t } from '../text/words-text.ts';
import { Button } from '../ui/Button.tsx';
import type { Evening } from './calendar-file.ts';
import { useCalendar } from './use-calendar.ts';

/** Hands over the evening for the reader's own calendar. */
export function CalendarButton({ evening }: { readonly evening: Evening }) {
  const { make, failed } = useCalendar(evening);
  return (
    <>
      <Button onClick={() => void make()}>{t('calendar.file')}</Button>
      {failed ? <p role="alert">{t('calendar.failed')}</p> : null}
    </>
  );
}

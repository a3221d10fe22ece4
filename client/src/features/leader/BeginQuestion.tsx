import { dayAndTime } from '../../state/time-of-day.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type Props = { readonly startsAt: number; readonly onBegin: () => void; readonly onClose: () => void };

/** Whoever only looks in must not begin by mistake: the links would not last until the day. */
export function BeginQuestion({ startsAt, onBegin, onClose }: Props) {
  return (
    <Dialog
      title={t('leader.beginEarly')}
      onClose={onClose}
      actions={
        <>
          <Button look="main" onClick={onClose}>
            {t('leader.notYet')}
          </Button>
          <Button
            onClick={() => {
              onBegin();
              onClose();
            }}
          >
            {t('leader.beginNow')}
          </Button>
        </>
      }
    >
      <p>{t('leader.beginEarlyText', { when: dayAndTime(startsAt) })}</p>
    </Dialog>
  );
}

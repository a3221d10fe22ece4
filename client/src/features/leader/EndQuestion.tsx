import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Lead } from './lead.ts';
import { stayAfter } from './leader-model.ts';

type Props = Pick<Lead, 'run' | 'leader'> & { readonly onClose: () => void };

/** The one question before the end is announced to all: with time to stay where the course has it, or for all at once. */
export function EndQuestion({ run, leader, onClose }: Props) {
  const end = (more: { readonly stay?: true } = {}) => {
    onClose();
    void run({ type: 'endSession', ...more });
  };
  const stay = stayAfter(leader);
  const actions = (
    <>
      {stay === null ? null : (
        <Button look="main" onClick={() => end({ stay: true })}>
          {t(stay.minutes === null ? 'leader.endDebrief' : 'leader.endStay', { minutes: stay.minutes ?? 0 })}
        </Button>
      )}
      <Button look="end" onClick={() => end()}>
        {t('leader.endYes')}
      </Button>
      <Button onClick={onClose}>{t('cancel')}</Button>
    </>
  );
  return (
    <Dialog title={t('leader.endTitle')} onClose={onClose} actions={actions}>
      <p>{t('leader.endText')}</p>
      {stay === null ? null : (
        <p>{t('leader.endStayText', { minutes: stay.minutes ?? 0, debrief: stay.debrief ? 'yes' : 'no' })}</p>
      )}
    </Dialog>
  );
}

import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Lead } from './lead.ts';

type Props = Pick<Lead, 'run'> & { readonly onClose: () => void };

/** The one question before the end is announced to all. */
export function EndQuestion({ run, onClose }: Props) {
  const end = () => {
    onClose();
    void run({ type: 'endSession' });
  };
  const actions = (
    <>
      <Button look="end" onClick={end}>
        {t('leader.endYes')}
      </Button>
      <Button onClick={onClose}>{t('cancel')}</Button>
    </>
  );
  return (
    <Dialog title={t('leader.endTitle')} onClose={onClose} actions={actions}>
      <p>{t('leader.endText')}</p>
    </Dialog>
  );
}

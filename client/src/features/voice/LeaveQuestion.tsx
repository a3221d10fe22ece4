import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type Props = { readonly onStay: () => void; readonly onLeave: () => void };

/** The one question before leaving. */
export function LeaveQuestion({ onStay, onLeave }: Props) {
  const actions = (
    <>
      <Button look="end" onClick={onLeave}>
        {t('leave.name')}
      </Button>
      <Button onClick={onStay}>{t('leave.stay')}</Button>
    </>
  );
  return (
    <Dialog title={t('leave.question')} onClose={onStay} actions={actions}>
      <p>{t('leave.text')}</p>
    </Dialog>
  );
}

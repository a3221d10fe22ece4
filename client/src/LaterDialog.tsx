import { type ReactNode, Suspense } from 'react';
import { t } from './text/words-text.ts';
import { Button } from './ui/Button.tsx';
import { Dialog } from './ui/Dialog.tsx';
import { Unbroken } from './Unbroken.tsx';

type Props = { readonly onClose: () => void; readonly children: ReactNode };

function NotLoaded({ onClose }: Pick<Props, 'onClose'>) {
  return (
    <Dialog
      title={t('broken.title')}
      onClose={onClose}
      actions={
        <>
          <Button look="main" onClick={() => location.reload()}>
            {t('broken.reload')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      }
    >
      <p>{t('broken.text')}</p>
    </Dialog>
  );
}

/** A dialog that is loaded when it is asked for. Where it does not come, the room behind it stays as it is. */
export function LaterDialog({ onClose, children }: Props) {
  return (
    <Unbroken otherwise={<NotLoaded onClose={onClose} />}>
      <Suspense fallback={null}>{children}</Suspense>
    </Unbroken>
  );
}

import { useState } from 'react';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

type Props = { readonly className: string | undefined; readonly onEnd: () => void };

/** Ends the leaders' debrief; asks once. */
export function DebriefEnd({ className, onEnd }: Props) {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button className={className} look="end" onClick={() => setAsking(true)}>
        {t('debrief.end')}
      </Button>
      {asking ? (
        <Dialog
          title={t('debrief.question')}
          onClose={close}
          actions={
            <>
              <Button look="end" onClick={onEnd}>
                {t('debrief.yes')}
              </Button>
              <Button onClick={close}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{t('debrief.text')}</p>
        </Dialog>
      ) : null}
    </>
  );
}

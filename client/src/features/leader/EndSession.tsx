import { useState } from 'react';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';
import layout from '../../ui/layout.module.css';
import css from './Drawer.module.css';

/** Announces the end to all; asks once. The notice above the circle takes it back. */
export function EndSession({ view, run }: Lead) {
  const [asking, setAsking] = useState(false);
  if (view.session.endsAt !== null || !may(view, 'endSession')) return null;
  const end = () => {
    setAsking(false);
    void run({ type: 'endSession' });
  };
  return (
    <section className={`${layout.row} ${css.end}`}>
      <Button size="small" look="end" onClick={() => setAsking(true)}>
        {t('leader.end')}
      </Button>
      {asking ? (
        <Dialog
          title={t('leader.endTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look="end" onClick={end}>
                {t('leader.endYes')}
              </Button>
              <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            </>
          }
        >
          <p>{t('leader.endText')}</p>
        </Dialog>
      ) : null}
    </section>
  );
}

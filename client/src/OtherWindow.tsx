import { useState } from 'react';
import { t } from './text/text.ts';
import { Button } from './ui/Button.tsx';
import { MessagePage } from './ui/MessagePage.tsx';

/** The place is open in another window of this browser: one question. */
export function OtherWindow({ onSitHere }: { readonly onSitHere: () => void }) {
  const [closed, setClosed] = useState(false);
  const close = () => {
    // A browser closes only windows that a script has opened; otherwise the words say what to do.
    window.close();
    setClosed(true);
  };
  const actions = (
    <>
      <Button look="main" onClick={onSitHere}>
        {t('place.here')}
      </Button>
      <Button onClick={close}>{t('place.close')}</Button>
    </>
  );
  return (
    <MessagePage
      bar={t('app.name')}
      title={t('place.title')}
      text={t(closed ? 'place.closed' : 'place.text')}
      actions={actions}
    />
  );
}

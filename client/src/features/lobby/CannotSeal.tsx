import type { Refusal } from '../../media/e2ee/sealing-model.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';

/** Where all is sealed and this browser cannot: said before it is asked for any device. */
export function CannotSeal({ why }: { readonly why: Refusal }) {
  return (
    <MessagePage
      bar={t('app.name')}
      role="alert"
      title={t('lobby.cannotSeal')}
      text={t(why === 'browser' ? 'lobby.cannotSealBrowser' : 'lobby.cannotSealWorker')}
      actions={
        <Button look="main" onClick={() => location.reload()}>
          {t('problem.reloadNow')}
        </Button>
      }
    />
  );
}

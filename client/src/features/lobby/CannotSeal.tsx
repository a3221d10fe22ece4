import type { Outside } from '../../media/e2ee/sealing-model.ts';
import { type Key, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';

const TEXT = {
  browser: 'lobby.cannotSealBrowser',
  worker: 'lobby.cannotSealWorker',
  'never-sealed': 'lobby.neverSealedText',
} as const satisfies Record<Outside, Key>;

/** Where all is sealed and this browser cannot, or nothing is and these pages come in only there: said before any device is asked for. */
export function CannotSeal({ why }: { readonly why: Outside }) {
  return (
    <MessagePage
      bar={t('app.name')}
      role="alert"
      title={t(why === 'never-sealed' ? 'lobby.neverSealed' : 'lobby.cannotSeal')}
      text={t(TEXT[why])}
      actions={
        <Button look="main" onClick={() => location.reload()}>
          {t('problem.reloadNow')}
        </Button>
      }
    />
  );
}

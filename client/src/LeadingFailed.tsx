import { SpokenNotice } from './SpokenNotice.tsx';
import { loadLeading } from './leading.ts';
import { t } from './text/text.ts';
import { Button } from './ui/Button.tsx';

/** What a leader needs did not come. The circle goes on without it. */
export function LeadingFailed() {
  return (
    <SpokenNotice
      look="brick"
      icon="alert"
      urgent
      said={`${t('leading.failed')} ${t('leading.goesOn')}`}
      actions={
        <>
          <Button size="small" onClick={loadLeading}>
            {t('lobby.tryAgain')}
          </Button>
          <Button size="small" onClick={() => location.reload()}>
            {t('leading.reload')}
          </Button>
        </>
      }
    >
      <strong>{t('leading.failed')}</strong> {t('leading.goesOn')}
    </SpokenNotice>
  );
}

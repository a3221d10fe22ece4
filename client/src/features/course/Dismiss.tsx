import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';

/** Closes a notice that has been read. */
export function Dismiss({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button size="small" look="bare" aria-label={t('notice.dismissFull')} onClick={onClick}>
      {t('notice.dismiss')}
    </Button>
  );
}

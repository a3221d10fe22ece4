import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';

/** Somebody had left, and the page was loaded anew: nothing connects before they press. */
export function Away({ onComeBack }: { readonly onComeBack: () => void }) {
  return (
    <MessagePage
      bar={t('app.name')}
      title={t('farewell.left')}
      text={t('farewell.leftText')}
      actions={
        <Button look="main" onClick={onComeBack}>
          {t('farewell.comeBack')}
        </Button>
      }
    />
  );
}

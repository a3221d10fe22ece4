import { t } from '../../text/start-text.ts';
import { MessagePage } from '../../ui/MessagePage.tsx';

/** An address that is not a whole link. */
export function BadLink() {
  return (
    <MessagePage
      bar={t('app.name')}
      role="alert"
      title={t('problem.badLinkTitle')}
      text={t('problem.badLink')}
    />
  );
}

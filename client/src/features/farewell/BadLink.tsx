import { refusalText, t } from '../../text/start-text.ts';
import { MessagePage } from '../../ui/MessagePage.tsx';

/** An address without a whole link: it was cut off, or this tab has forgotten it with its session. */
export function BadLink({ over }: { readonly over: boolean }) {
  return (
    <MessagePage
      bar={t('app.name')}
      role="alert"
      title={t(over ? 'problem.overTitle' : 'problem.badLinkTitle')}
      text={over ? refusalText('over') : t('problem.badLink')}
    />
  );
}

import { type AnyRefusal, refusalText, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { isFinal } from './lobby-model.ts';

type Props = { readonly refusal: AnyRefusal; readonly onTryAgain?: () => void };

/** A link that does not lead to the form. */
export function LinkProblem({ refusal, onTryAgain }: Props) {
  const final = isFinal(refusal);
  return (
    <MessagePage
      bar={t('app.name')}
      role="alert"
      title={t(final ? 'lobby.noPlace' : 'lobby.notNow')}
      text={refusalText(refusal)}
      actions={
        onTryAgain && !final ? (
          <Button look="main" onClick={onTryAgain}>
            {t('lobby.tryAgain')}
          </Button>
        ) : null
      }
    />
  );
}

import { type AnyRefusal, refusalText, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { problemOf } from './farewell-model.ts';

type Props = {
  /** `null`: the address is not a whole link. */
  readonly refusal: AnyRefusal | null;
  readonly onTryAgain?: () => void;
};

const reload = () => location.reload();

/** An address or an answer that leads no further. */
export function Problem({ refusal, onTryAgain = reload }: Props) {
  if (refusal === null)
    return (
      <MessagePage
        bar={t('app.name')}
        role="alert"
        title={t('problem.badLinkTitle')}
        text={t('problem.badLink')}
      />
    );
  const { title, way } = problemOf(refusal);
  return (
    <MessagePage
      bar={t('app.name')}
      role="alert"
      title={t(title)}
      text={refusalText(refusal)}
      actions={
        way === 'none' ? null : (
          <Button look="main" onClick={way === 'reload' ? reload : onTryAgain}>
            {t(way === 'reload' ? 'problem.reloadNow' : 'problem.tryAgain')}
          </Button>
        )
      }
    />
  );
}

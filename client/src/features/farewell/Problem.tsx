import { type AnyRefusal, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { problemOf, problemText } from './farewell-model.ts';

type Props = {
  readonly refusal: AnyRefusal;
  readonly onTryAgain?: () => void;
};

const reload = () => location.reload();

/** An answer that leads no further. */
export function Problem({ refusal, onTryAgain = reload }: Props) {
  const { title, way } = problemOf(refusal);
  return (
    <MessagePage
      bar={t('app.name')}
      role="alert"
      title={t(title)}
      text={problemText(refusal)}
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

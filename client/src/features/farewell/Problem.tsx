import { type AnyRefusal, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { problemOf, problemText } from './farewell-model.ts';

type Props = {
  readonly refusal: AnyRefusal;
  readonly onTryAgain?: () => void;
  /** Came by the open link, by which one may ask again. */
  readonly open?: boolean;
  readonly onAskAgain?: () => void;
};

const WORDS = {
  reload: 'problem.reloadNow',
  again: 'problem.tryAgain',
  askAgain: 'farewell.askAgain',
} as const;
const reload = () => location.reload();

/** An answer that leads no further. */
export function Problem({ refusal, onTryAgain = reload, open = false, onAskAgain = reload }: Props) {
  const { title, way } = problemOf(refusal, open);
  return (
    <MessagePage
      bar={t('app.name')}
      role="alert"
      title={t(title)}
      text={problemText(refusal, way)}
      actions={
        way === 'none' ? null : (
          <Button look="main" onClick={{ reload, again: onTryAgain, askAgain: onAskAgain }[way]}>
            {t(WORDS[way])}
          </Button>
        )
      }
    />
  );
}

import { type AnyRefusal, refusalText, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PageBar } from '../../ui/PageBar.tsx';
import { isFinal } from './lobby-model.ts';

type Props = { readonly refusal: AnyRefusal; readonly onTryAgain?: () => void };

/** A link that does not lead to the form. */
export function LinkProblem({ refusal, onTryAgain }: Props) {
  return (
    <>
      <PageBar title={t('app.name')} />
      <main className="page page--narrow">
        <section className="stack" role="alert">
          <h2 className="title">{t(isFinal(refusal) ? 'lobby.noPlace' : 'lobby.notNow')}</h2>
          <p className="lede">{refusalText(refusal)}</p>
        </section>
        {onTryAgain && !isFinal(refusal) ? (
          <div className="row">
            <Button look="main" onClick={onTryAgain}>
              {t('lobby.tryAgain')}
            </Button>
          </div>
        ) : null}
      </main>
    </>
  );
}

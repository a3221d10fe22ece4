import type { OverView } from '@tele-balint/shared/view';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { Remains } from './Remains.tsx';
import { remainsOf } from './farewell-model.ts';

type Props = {
  readonly view: OverView;
  /** Only for a place that is open in another window. */
  readonly onSitHere: () => void;
};

/** Nothing more to see: the page says why. */
export function Farewell({ view, onSitHere }: Props) {
  const elsewhere = view.reason === 'elsewhere';
  return (
    <MessagePage
      bar={t('app.name')}
      facts={view.group ? <span>{view.group}</span> : null}
      title={t(`farewell.${view.reason}`)}
      text={t(`farewell.${view.reason}Text`)}
      actions={
        elsewhere ? (
          <Button look="main" onClick={onSitHere}>
            {t('farewell.sitHere')}
          </Button>
        ) : null
      }
    >
      <Remains remains={remainsOf(view)} />
      {elsewhere ? null : <p className="hint">{t('farewell.close')}</p>}
    </MessagePage>
  );
}

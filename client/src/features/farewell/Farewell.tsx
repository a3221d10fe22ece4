import type { OverView } from '@tele-balint/shared/view/view';
import { dayInWords } from '../../state/time-of-day.ts';
import { listed, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { MessagePage } from '../../ui/MessagePage.tsx';
import { EmptyRoom } from './EmptyRoom.tsx';
import { Remains } from './Remains.tsx';
import { Seal } from './Seal.tsx';
import { useWitness } from './use-witness.ts';
import { Warm } from './Warm.tsx';
import { type LastPage, lastPageOf, remainsOf } from './farewell-model.ts';
import prose from '../../ui/prose.module.css';

type Props = {
  readonly sessionId: string;
  readonly view: OverView;
  /** Whether this page has shown the circle. */
  readonly sat: boolean;
  /** Came by the open link, by which one may ask again. */
  readonly open: boolean;
  readonly ways: Readonly<Record<Exclude<LastPage['way'], 'none'>, () => void>>;
};

/** Nothing more to see: the page says why. */
export function Farewell({ sessionId, view, sat, open, ways }: Props) {
  const { title, text, way } = lastPageOf(view, sat, open);
  const remains = remainsOf(view);
  const speaks = remains.kind !== 'nothing-to-say';
  const { forgottenAt: until, receipt } = view;
  const told = useWitness(speaks && receipt !== null ? { sessionId, receipt, until } : null);
  return (
    <MessagePage
      bar={t('app.name')}
      facts={view.group ? <span>{view.group}</span> : null}
      picture={view.farewell === null ? null : <EmptyRoom />}
      title={t(title)}
      text={t(text, { names: listed(view.farewell?.leaders ?? []), day: dayInWords(view.now) })}
      actions={
        way === 'none' ? null : (
          // Whoever has said goodbye is not called back.
          <Button {...(view.farewell === null && { look: 'main' })} onClick={ways[way]}>
            {t(`farewell.${way}`)}
          </Button>
        )
      }
    >
      {view.farewell === null ? null : <Warm farewell={view.farewell} />}
      <Remains remains={speaks && told.kind === 'gone' ? { kind: 'destroyed', until: told.at } : remains} />
      {speaks ? <Seal told={told} until={until} since={view.now} /> : null}
      {way === 'none' || view.farewell !== null ? <p className={prose.hint}>{t('farewell.close')}</p> : null}
    </MessagePage>
  );
}

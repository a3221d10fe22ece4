import type { RoomView } from '@tele-balint/shared/view/view';
import { useState } from 'react';
import type { Run } from '../../connection/use-command.ts';
import { useMedia } from '../../media/use-media.ts';
import { firstNameOf, mySeat } from '../../state/places.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Dismiss } from './Dismiss.tsx';

type Props = { readonly view: RoomView; readonly run: Run };

/** Would you lead on if the leaders' lines break? */
function Backup({ view, run }: Props) {
  if (mySeat(view).standsIn !== 'asked') return null;
  const actions = (
    <>
      <Button size="small" onClick={() => void run({ type: 'agreeBackup' })}>
        {t('backup.yes')}
      </Button>
      <Button size="small" look="bare" onClick={() => void run({ type: 'declineBackup' })}>
        {t('backup.no')}
      </Button>
    </>
  );
  return <Notice actions={actions}>{t('backup.ask')}</Notice>;
}

/** A leader asks you to lead in their place. */
function Handed({ view, run }: Props) {
  const { handedBy, can } = mySeat(view);
  if (handedBy === null) return null;
  const actions = (
    <>
      {can.includes('takeLead') ? (
        <Button size="small" look="main" onClick={() => void run({ type: 'takeLead' })}>
          {t('lead.yes')}
        </Button>
      ) : null}
      <Button size="small" look="bare" onClick={() => void run({ type: 'declineLead' })}>
        {t('lead.no')}
      </Button>
    </>
  );
  return <Notice actions={actions}>{t('lead.ask', { name: firstNameOf(view, handedBy) })}</Notice>;
}

/** A leader who sits as a member leads again with one press, at any time but while they present. */
function SteppedDown({ view, run }: Props) {
  if (!mySeat(view).can.includes('stepUp')) return null;
  const action = (
    <Button size="small" onClick={() => void run({ type: 'stepUp' })}>
      {t('lead.up')}
    </Button>
  );
  return <Notice actions={action}>{t('lead.down')}</Notice>;
}

/** A quiet word: it goes when the microphone opens, with the step, or when it has been read. */
function ToOpen({ view }: Pick<Props, 'view'>) {
  const live = useMedia((is) => is.own.micLive);
  const [read, setRead] = useState<number | null>(null);
  const { askedToOpen } = view.you;
  if (askedToOpen === null || live || read === askedToOpen) return null;
  const action = <Dismiss onClick={() => setRead(askedToOpen)} />;
  return (
    <Notice icon="mic" actions={action}>
      {t('open.ask')}
    </Notice>
  );
}

/** What leaders ask of you, and whether anybody leads. */
export function Asked({ view, run }: Props) {
  return (
    <>
      {view.session.leaderless ? <Notice>{t('leaderless.text')}</Notice> : null}
      <Handed view={view} run={run} />
      <Backup view={view} run={run} />
      <SteppedDown view={view} run={run} />
      <ToOpen view={view} />
    </>
  );
}

import { useId } from 'react';
import type { DoorView } from '@tele-balint/shared/view';
import { listed, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PageBar } from '../../ui/PageBar.tsx';
import { Devices } from '../../devices/Devices.tsx';

type Props = { readonly view: DoorView; readonly onGoAway: () => void };

/** At the door: the page waits, the person need not. */
export function DoorWait({ view, onGoAway }: Props) {
  const heading = useId();
  return (
    <>
      <title>{`${t('door.title')} · ${view.group || t('app.name')}`}</title>
      <PageBar title={t('app.name')}>{view.group ? <span>{view.group}</span> : null}</PageBar>
      <main className="page page--lobby page--wait">
        <Devices caption={t('lobby.onlyYou')} />
        <section className="stack stack--l" aria-labelledby={heading}>
          <div className="stack stack--s" role="status">
            <h2 className="title" id={heading}>
              {t('door.title')}
            </h2>
            <p className="lede">{t(`door.${view.reason}`)}</p>
            <p className="hint">{t('door.as', { name: listed(view.names) })}</p>
          </div>
          <div className="row">
            <Button look="bare" onClick={onGoAway}>
              {t('door.goAway')}
            </Button>
          </div>
        </section>
      </main>
    </>
  );
}

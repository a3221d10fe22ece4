import { useId } from 'react';
import type { DoorView } from '@tele-balint/shared/view';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { PageBar } from '../../ui/PageBar.tsx';
import { Camera } from './Camera.tsx';
import { Level } from './Level.tsx';
import { useDevice } from './use-device.ts';
import { useDevices } from './use-devices.ts';

type Props = { readonly view: DoorView; readonly onGoAway: () => void };

/** At the door: the page waits, the person need not. */
export function DoorWait({ view, onGoAway }: Props) {
  const heading = useId();
  const chosen = useDevices();
  const camera = useDevice('camera', chosen.cameraId, chosen.cameraOn);
  const microphone = useDevice('microphone', chosen.microphoneId, true);
  return (
    <>
      <title>{`${t('door.title')} · ${view.group || t('app.name')}`}</title>
      <PageBar title={t('app.name')}>{view.group ? <span>{view.group}</span> : null}</PageBar>
      <main className="page page--lobby page--wait">
        <section className="stack" aria-label={t('lobby.preview')}>
          <Camera device={camera} caption={t('lobby.onlyYou')} />
        </section>
        <section className="stack stack--l" aria-labelledby={heading}>
          <div className="stack stack--s" role="status">
            <h2 className="title" id={heading}>
              {t('door.title')}
            </h2>
            <p className="lede">{t(`door.${view.reason}`)}</p>
            <p className="hint">{t('door.as', { name: view.name })}</p>
          </div>
          <p className="row">
            <span className="label">{t('lobby.microphone')}</span>
            <Level stream={microphone.stream} />
          </p>
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

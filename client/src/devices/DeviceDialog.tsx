import type { RoomView } from '@tele-balint/shared/view/view';
import { useId } from 'react';
import { checkDevices, labelInUse } from '../media/media.ts';
import { useMedia } from '../media/use-media.ts';
import { youSitBack } from '../state/places.ts';
import { moreText } from '../text/more-text.ts';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { DeviceChoice } from './DeviceChoice.tsx';
import { useDeviceList } from './device-list.ts';
import { useDevices } from './use-devices.ts';
import form from '../ui/form.module.css';

function Fault({ title, text }: { readonly title: string; readonly text?: string }) {
  return (
    <Notice
      role="status"
      look="lamp"
      icon="alert"
      actions={
        <Button size="small" onClick={checkDevices}>
          {t('lobby.checkAgain')}
        </Button>
      }
    >
      <p>
        <b>{title}</b>
      </p>
      {text === undefined ? null : <p>{text}</p>}
    </Notice>
  );
}

type Props = { readonly view: RoomView; readonly onClose: () => void };

/** Other devices while one sits in the circle. Nothing is opened here: what is chosen is sent, if it may be. */
export function DeviceDialog({ view, onClose }: Props) {
  const ids = { camera: useId(), microphone: useId() };
  const chosen = useDevices();
  const cameras = useDeviceList('camera');
  const microphones = useDeviceList('microphone');
  const own = useMedia((is) => is.own);
  return (
    <Dialog
      title={moreText('devices.title')}
      onClose={onClose}
      actions={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {youSitBack(view) ? null : (
        <div className={form.field}>
          <DeviceChoice
            kind="microphone"
            id={ids.microphone}
            choices={microphones}
            chosen={chosen.microphoneId}
            taken={labelInUse('microphone')}
          />
        </div>
      )}
      <div className={form.field}>
        <DeviceChoice
          kind="camera"
          id={ids.camera}
          choices={cameras}
          chosen={chosen.cameraId}
          taken={labelInUse('camera')}
        />
      </div>
      {own.micFault === null ? null : (
        <Fault title={t(`lobby.microphone.${own.micFault}`)} text={t(`fault.${own.micFault}`)} />
      )}
      {own.camFault === null ? null : <Fault title={t(`lobby.camera.${own.camFault}`)} />}
    </Dialog>
  );
}

import { useId } from 'react';
import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Camera } from './Camera.tsx';
import { DeviceChoice } from './DeviceChoice.tsx';
import { DeviceFault } from './DeviceFault.tsx';
import { Level } from './Level.tsx';
import { useDevice } from './use-device.ts';
import { turnOf } from './device-model.ts';
import { choose, useDevices } from './use-devices.ts';
import layout from '../ui/layout.module.css';
import css from './Devices.module.css';

const labelOf = (stream: MediaStream | null) => stream?.getTracks()[0]?.label;

/** Picture and sound before one comes in, also at the door. The choices stay in this browser. */
export function Devices({ caption }: { readonly caption: string }) {
  const ids = { camera: useId(), microphone: useId() };
  const chosen = useDevices();
  const camera = useDevice('camera', chosen.cameraId, chosen.cameraOn);
  const turn = turnOf(camera.state);
  const microphone = useDevice('microphone', chosen.microphoneId, true);
  return (
    <section className={layout.stack} aria-label={t('lobby.preview')}>
      <Camera device={camera} caption={caption} />
      <ul className={`${css.tests} ${layout.card}`}>
        <li>
          <Icon name={turn === 'turnOff' ? 'cam' : 'cam-off'} />
          <DeviceChoice
            kind="camera"
            id={ids.camera}
            choices={camera.choices}
            chosen={chosen.cameraId}
            taken={labelOf(camera.stream)}
          />
          <Button
            size="small"
            aria-label={t(`lobby.${turn}Full`)}
            onClick={() => choose({ cameraOn: !chosen.cameraOn })}
          >
            {t(`lobby.${turn}`)}
          </Button>
        </li>
        <li>
          <Icon name={microphone.state === 'on' ? 'mic' : 'mic-off'} />
          <DeviceChoice
            kind="microphone"
            id={ids.microphone}
            choices={microphone.choices}
            chosen={chosen.microphoneId}
            taken={labelOf(microphone.stream)}
          />
          <Level stream={microphone.stream} />
        </li>
      </ul>
      <DeviceFault kind="microphone" device={microphone} choice={ids.microphone} />
      <DeviceFault kind="camera" device={camera} choice={ids.camera} />
    </section>
  );
}

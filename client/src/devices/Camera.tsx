import { t } from '../text/text.ts';
import { Icon } from '../ui/Icon.tsx';
import frame from '../ui/frame.module.css';
import css from './Camera.module.css';
import type { Device } from './use-device.ts';
import { usePicture } from './use-picture.ts';

type Props = { readonly device: Device; readonly caption: string };

/** Off is what its owner has turned off. */
const WORDS = {
  starting: 'lobby.cameraStarting',
  off: 'lobby.cameraOffCard',
  on: 'lobby.cameraNone',
  blocked: 'lobby.cameraNone',
  missing: 'lobby.cameraNone',
  taken: 'lobby.cameraNone',
} as const;

/** The own picture, as in a mirror, here as in the circle; the others see it unmirrored. */
export function Camera({ device, caption }: Props) {
  const ref = usePicture(device.stream);
  const shown = device.state === 'on';
  return (
    <div className={css.camera}>
      <video ref={ref} autoPlay muted playsInline aria-label={caption} hidden={!shown} />
      {shown ? (
        <p className={frame.plate}>
          <span className={frame.name}>{caption}</span>
        </p>
      ) : (
        <div className={`${frame.still} ${css.still}`}>
          <Icon name="cam-off" />
          <span>{t(WORDS[device.state])}</span>
        </div>
      )}
    </div>
  );
}

import { t } from '../text/text.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { Device } from './use-device.ts';

type Props = {
  readonly kind: 'camera' | 'microphone';
  readonly device: Device;
  /** The id of the list to choose another one from. */
  readonly choice: string;
};

/** A device that does not work keeps nobody out. */
export function DeviceFault({ kind, device, choice }: Props) {
  const { state, choices, checkAgain } = device;
  if (state !== 'blocked' && state !== 'missing' && state !== 'taken') return null;
  return (
    <Notice
      role="status"
      look="lamp"
      icon={kind === 'camera' ? 'cam-off' : 'mic-off'}
      actions={
        <>
          <Button size="small" onClick={checkAgain}>
            {t('lobby.checkAgain')}
          </Button>
          {choices.length > 1 ? (
            <Button size="small" onClick={() => document.getElementById(choice)?.focus()}>
              {t('lobby.chooseAnother')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>
        <b>{t(`lobby.${kind}.${state}`)}</b>
      </p>
      <p>{t(`lobby.${kind}.${state}.text`)}</p>
    </Notice>
  );
}

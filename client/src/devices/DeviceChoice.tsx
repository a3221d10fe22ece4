import { t } from '../text/text.ts';
import type { Kind } from './device-list.ts';
import { besidesDefault, nameOfDefault } from './device-model.ts';
import { chooseDevice } from './use-devices.ts';
import form from '../ui/form.module.css';

type Props = {
  readonly kind: Kind;
  readonly id: string;
  readonly choices: readonly MediaDeviceInfo[];
  readonly chosen: string | null;
  /** The label of the device in use. */
  readonly taken: string | undefined;
};

const NTH = { camera: 'lobby.nthCamera', microphone: 'lobby.nthMicrophone' } as const;

/** The devices of one kind; the first choice leaves it to the browser. It stays open where a device fails. */
export function DeviceChoice({ kind, id, choices, chosen, taken }: Props) {
  const name = nameOfDefault(choices, chosen === null ? taken : undefined);
  return (
    <>
      <label className={form.label} htmlFor={id}>
        {t(`lobby.${kind}`)}
      </label>
      <select
        className={form.input}
        id={id}
        value={chosen ?? ''}
        onChange={(event) => chooseDevice(kind, event.target.value || null)}
      >
        <option value="">{name === '' ? t('lobby.defaultDevice') : t('lobby.defaultIs', { name })}</option>
        {besidesDefault(choices).map((choice, index) => (
          <option key={choice.deviceId} value={choice.deviceId}>
            {choice.label || t(NTH[kind], { n: index + 1 })}
          </option>
        ))}
      </select>
    </>
  );
}

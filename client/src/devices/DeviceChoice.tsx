import { t } from '../text/text.ts';
import { besidesDefault, nameOfDefault } from './device-model.ts';
import form from '../ui/form.module.css';

type Props = {
  readonly id: string;
  readonly label: string;
  readonly nth: 'lobby.nthCamera' | 'lobby.nthMicrophone';
  readonly choices: readonly MediaDeviceInfo[];
  readonly chosen: string | null;
  /** The label of the device in use. */
  readonly taken: string | undefined;
  readonly onChoose: (id: string | null) => void;
};

/** The devices of one kind; the first choice leaves it to the browser. It stays open where a device fails. */
export function DeviceChoice({ id, label, nth, choices, chosen, taken, onChoose }: Props) {
  const name = nameOfDefault(choices, chosen === null ? taken : undefined);
  return (
    <>
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      <select
        className={form.input}
        id={id}
        value={chosen ?? ''}
        onChange={(event) => onChoose(event.target.value || null)}
      >
        <option value="">{name === '' ? t('lobby.defaultDevice') : t('lobby.defaultIs', { name })}</option>
        {besidesDefault(choices).map((choice, index) => (
          <option key={choice.deviceId} value={choice.deviceId}>
            {choice.label || t(nth, { n: index + 1 })}
          </option>
        ))}
      </select>
    </>
  );
}

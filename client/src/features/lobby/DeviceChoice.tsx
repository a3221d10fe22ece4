import { useId } from 'react';
import { type Key, t } from '../../text/text.ts';
import type { DeviceState } from './lobby-model.ts';
import type { Device } from './use-device.ts';

const NO_DEVICE = {
  blocked: 'lobby.blocked',
  missing: 'lobby.none',
  taken: 'lobby.none',
  off: 'lobby.off',
} as const satisfies Partial<Record<DeviceState, Key>>;

type Props = {
  readonly label: string;
  readonly nth: 'lobby.nthCamera' | 'lobby.nthMicrophone';
  readonly device: Device;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
};

/** The devices of one kind; the first choice leaves it to the browser. */
export function DeviceChoice({ label, nth, device, chosen, onChoose }: Props) {
  const id = useId();
  const { state, choices } = device;
  const works = state === 'on' || state === 'starting';
  return (
    <>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <select
        className="input"
        id={id}
        value={works ? (chosen ?? '') : ''}
        disabled={!works && choices.length === 0}
        onChange={(event) => onChoose(event.target.value || null)}
      >
        <option value="">{works ? t('lobby.defaultDevice') : t(NO_DEVICE[state])}</option>
        {choices.map((choice, index) => (
          <option key={choice.deviceId} value={choice.deviceId}>
            {choice.label || t(nth, { n: index + 1 })}
          </option>
        ))}
      </select>
    </>
  );
}

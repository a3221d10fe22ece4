import { Icon } from '../../ui/Icon.tsx';
import type { Control } from './voice-model.ts';
import css from './ControlButton.module.css';
import prose from '../../ui/prose.module.css';

type Props = { readonly control: Control; readonly onPress: (control: Control) => void };

/** Microphone, camera, picture or hand: its name, its state, and to whoever listens what a press does. */
export function ControlButton({ control, onPress }: Props) {
  const { icon, name, short, state, does, on, act } = control;
  return (
    <button
      className={css.control}
      type="button"
      data-control={control.id}
      data-on={on ? '' : undefined}
      aria-disabled={act === null ? true : undefined}
      onClick={() => onPress(control)}
    >
      <Icon name={icon} />
      <span>
        {name === short ? (
          name
        ) : (
          <>
            <span className={css.long}>{name}</span>
            <span className={css.short} aria-hidden="true">
              {short}
            </span>
          </>
        )}
        <span className={prose.visuallyHidden}>, </span>
        <small className={prose.visuallyHidden}>{state}</small>
      </span>
      <span className={prose.visuallyHidden}>. {does}</span>
    </button>
  );
}

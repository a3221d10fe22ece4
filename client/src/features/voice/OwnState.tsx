import { Icon } from '../../ui/Icon.tsx';
import type { StateLine } from './state-line.ts';
import css from './OwnState.module.css';

const BARS = [1, 2, 3, 4, 5, 6] as const;

/** My state in two lines, with the level of my microphone. */
export function OwnState({ state, level }: { readonly state: StateLine; readonly level: number }) {
  return (
    <div className={css.mine} data-lead="">
      <span className={state.lamp ? css.lamp : css.spot}>
        <Icon name={state.icon} />
      </span>
      <div>
        <strong>
          {state.title}
          {state.meter ? (
            <span className={css.meter} aria-hidden="true">
              {BARS.map((bar) => (
                <b key={bar} data-on={bar <= level ? '' : undefined} />
              ))}
            </span>
          ) : null}
        </strong>
        <span>{state.text}</span>
      </div>
    </div>
  );
}

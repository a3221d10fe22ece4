import { Icon } from '../../ui/Icon.tsx';
import type { StateLine } from './state-line.ts';

const BARS = [1, 2, 3, 4, 5, 6] as const;

/** My state in two lines, with the level of my microphone. */
export function OwnState({ state, level }: { readonly state: StateLine; readonly level: number }) {
  return (
    <div className="mine" data-lead="">
      <span className={state.lamp ? 'spot spot--lamp' : 'spot'}>
        <Icon name={state.icon} />
      </span>
      <div>
        <strong>
          {state.title}
          {state.meter ? (
            <span className="meter" aria-hidden="true">
              {BARS.map((bar) => (
                <b key={bar} className={bar <= level ? 'on' : undefined} />
              ))}
            </span>
          ) : null}
        </strong>
        <span>{state.text}</span>
      </div>
    </div>
  );
}

import { useMedia } from '../../media/use-media.ts';
import { Icon } from '../../ui/Icon.tsx';
import bars from '../../ui/bars.module.css';
import css from './OwnState.module.css';
import type { StateLine } from './state-line.ts';

/** From which level on each bar is lit: the first well above a quiet room, the last close to the microphone. */
const BARS = [17, 30, 43, 57, 70, 83] as const;

/** The level of my microphone: it alone is drawn again as it changes. */
function Meter() {
  const level = useMedia((is) => is.voice.level);
  return (
    <span className={`${bars.bars} ${css.meter}`} aria-hidden="true">
      {BARS.map((least) => (
        <b key={least} data-on={level >= least ? '' : undefined} />
      ))}
    </span>
  );
}

type Props = {
  readonly state: StateLine;
  /** It has just changed by itself, or answers a press: it is to be seen. */
  readonly marked: boolean;
};

/** My state in two lines. */
export function OwnState({ state, marked }: Props) {
  return (
    <div className={css.mine} data-lead="" data-marked={marked ? '' : undefined}>
      <span className={state.lamp ? css.lamp : css.spot}>
        <Icon name={state.icon} />
      </span>
      <div>
        <strong>
          {state.title}
          {state.meter ? <Meter /> : null}
        </strong>
        <span>{state.text}</span>
      </div>
    </div>
  );
}

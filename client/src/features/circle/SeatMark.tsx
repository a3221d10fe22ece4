import { Icon } from '../../ui/Icon.tsx';
import type { SeatModel } from './circle-model.ts';
import css from './SeatMark.module.css';

/** A voice or a closed microphone, in a corner of its own: it neither cuts a name nor makes its plate wider. */
export function SeatMark({ seat }: { readonly seat: SeatModel }) {
  return (
    <span className={css.mark} aria-hidden="true">
      {seat.micClosed ? <Icon name="mic-off" /> : null}
      {seat.voice ? (
        <span className={css.voice}>
          <b />
          <b />
          <b />
        </span>
      ) : null}
    </span>
  );
}

import type { SeatModel } from './circle-model.ts';
import css from './Plate.module.css';
import frame from '../../ui/frame.module.css';

/** The name of a seat's owner, and what they are here. */
export function Plate({ seat }: { readonly seat: SeatModel }) {
  return (
    <p className={`${frame.plate} ${css.plate}`} aria-hidden="true">
      <span className={frame.name}>
        <span className={css.last}>{seat.titles}</span>
        {seat.first}
        <span className={css.last}>{seat.last}</span>
      </span>
      {seat.role === null ? null : <span className={css.role}>{seat.role}</span>}
      {seat.notLeader === null ? null : <span className={css.notLeader}>{seat.notLeader}</span>}
    </p>
  );
}

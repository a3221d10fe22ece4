import { t } from '../../text/text.ts';
import type { SeatModel } from './circle-model.ts';
import css from './Plate.module.css';
import frame from '../../ui/frame.module.css';

/** The site and the names of those at one camera. */
function SitePlate({
  seat,
  site,
}: {
  readonly seat: SeatModel;
  readonly site: NonNullable<SeatModel['site']>;
}) {
  return (
    <p className={`${frame.plate} ${css.plate}`} data-site="" aria-hidden="true">
      <span className={frame.name}>
        <b>{seat.first}</b> <span className={css.names}>{site.names}</span>
      </span>
      {site.kept === null ? null : (
        <span className={css.keptName}>{t('site.keptName', { name: site.kept })}</span>
      )}
      {seat.notLeader === null ? null : <span className={css.notLeader}>{seat.notLeader}</span>}
    </p>
  );
}

/** The name of a seat's owner, and what they are here. */
export function Plate({ seat }: { readonly seat: SeatModel }) {
  if (seat.site !== null) return <SitePlate seat={seat} site={seat.site} />;
  return (
    <p className={`${frame.plate} ${css.plate}`} aria-hidden="true">
      <span className={frame.name}>
        <span className={css.last}>{seat.titles}</span>
        {seat.first}
        <span className={css.last}>{seat.last}</span>
      </span>
      {seat.job === null ? null : <span className={css.job}>{seat.job}</span>}
      {seat.role === null ? null : <span className={css.role}>{seat.role}</span>}
      {seat.notLeader === null ? null : <span className={css.notLeader}>{seat.notLeader}</span>}
    </p>
  );
}

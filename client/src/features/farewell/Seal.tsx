import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { sealText } from './farewell-model.ts';
import { Ring } from './Ring.tsx';
import type { Told } from './witness.ts';
import css from './Seal.module.css';

type Props = {
  readonly told: Told;
  /** When the evening's key is to be destroyed; `null` where others stay. */
  readonly until: number | null;
  /** When this page learned of it, on the server's clock; `null` where it has no such clock any more. */
  readonly since: number | null;
};

/** When the key to the evening is destroyed, and that it is, as the server says: nothing is said of it that was not told. */
export function Seal({ told, until, since }: Props) {
  const gone = told.kind === 'gone';
  const mark =
    until === null || since === null ? <Icon name="shield" /> : <Ring since={since} until={until} />;
  return (
    <div className={css.seal} role="status">
      {gone ? <Icon name="check" /> : mark}
      <p>
        {gone ? <b>{t('farewell.gone', { time: timeOfDay(told.at) })} </b> : null}
        {t(sealText(told, until), { time: until === null ? '' : timeOfDay(until) })}
      </p>
    </div>
  );
}

import { useServerNow } from '../../state/use-session.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/text.ts';
import { Icon } from '../../ui/Icon.tsx';
import { passed } from './farewell-model.ts';
import css from './Seal.module.css';

type Props = {
  /** When this page learned of it, on the server's clock. */
  readonly since: number;
  /** When the evening's key is destroyed. */
  readonly until: number;
};

/** When the key to the evening is destroyed, and that it is: by the clock alone, for this page has nobody to ask any more. */
export function Seal({ since, until }: Props) {
  const now = useServerNow(1_000);
  const share = passed(since, until, now);
  const time = timeOfDay(until);
  return (
    <div className={css.seal} role="status">
      {share < 1 ? (
        <svg className={css.ring} viewBox="0 0 26 26" aria-hidden="true">
          <circle className={css.whole} cx="13" cy="13" r="10" />
          <circle cx="13" cy="13" r="10" pathLength="100" strokeDasharray={`${share * 100} 100`} />
        </svg>
      ) : (
        <Icon name="check" />
      )}
      <p>{t(share < 1 ? 'farewell.seal' : 'farewell.sealGone', { time })}</p>
    </div>
  );
}

import { useServerNow } from '../../state/use-session.ts';
import { passed } from './farewell-model.ts';
import css from './Seal.module.css';

/** A ring that fills until an instant. Decoration: the words beside it say when. */
export function Ring({ since, until }: { readonly since: number; readonly until: number }) {
  const share = passed(since, until, useServerNow(1_000));
  return (
    <svg className={css.ring} viewBox="0 0 26 26" aria-hidden="true">
      <circle className={css.whole} cx="13" cy="13" r="10" />
      <circle cx="13" cy="13" r="10" pathLength="100" strokeDasharray={`${share * 100} 100`} />
    </svg>
  );
}

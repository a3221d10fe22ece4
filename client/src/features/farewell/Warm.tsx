import type { OverView } from '@tele-balint/shared/view/view';
import { t } from '../../text/text.ts';
import { signedBy } from './farewell-model.ts';
import css from './Warm.module.css';

/** The leaders' own line, in their names; nothing where they set none. */
export function Warm({ farewell }: { readonly farewell: NonNullable<OverView['farewell']> }) {
  const { leaders, line } = farewell;
  if (line === null) return null;
  return (
    <blockquote className={css.closing}>
      <p>{line}</p>
      <footer>{t('farewell.signed', { names: signedBy(leaders) })}</footer>
    </blockquote>
  );
}

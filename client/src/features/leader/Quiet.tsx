import { useId } from 'react';
import { t } from '../../text/leader-text.ts';
import type { Lead } from './lead.ts';
import form from '../../ui/form.module.css';

/** One tick: whether the middle of the circle may say that it is quiet. */
export function Quiet({ leader, run }: Lead) {
  const id = useId();
  return (
    <section aria-label={t('leader.quiet')}>
      <label className={form.check} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={leader.tellsQuiet}
          onChange={() => void run({ type: 'tellQuiet', on: !leader.tellsQuiet })}
        />
        {t('leader.tellsQuiet')}
      </label>
    </section>
  );
}

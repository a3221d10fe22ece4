import { LONGEST_CLOSING } from '@tele-balint/shared/longest';
import { useId } from 'react';
import { t } from '../../text/start-text.ts';
import { Unfold } from '../../ui/Unfold.tsx';
import form from '../../ui/form.module.css';
import prose from '../../ui/prose.module.css';

type Props = { readonly value: string; readonly onChange: (closing: string) => void };

/** The leaders' own line for everybody's last page. It opens: most evenings have none. */
export function ClosingLine({ value, onChange }: Props) {
  const id = useId();
  return (
    <Unfold
      open={value !== ''}
      title={
        <>
          {t('start.closing')} <span className={prose.hint}>{t('start.optional')}</span>
        </>
      }
    >
      <div className={form.field}>
        <label className={prose.hint} htmlFor={id} id={`${id}-hint`}>
          {t('start.closingHint')}
        </label>
        <textarea
          className={form.input}
          id={id}
          name="closing"
          rows={2}
          maxLength={LONGEST_CLOSING}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
    </Unfold>
  );
}

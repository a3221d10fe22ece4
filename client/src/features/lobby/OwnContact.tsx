import { LONGEST_CONTACT } from '@tele-balint/shared/longest';
import { useId } from 'react';
import { t } from '../../text/text.ts';
import { Field } from '../../ui/Field.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';

type Props = { readonly value: string; readonly onChange: (value: string) => void };

/** How one is reached if the own line breaks. The browser is to keep nothing of it, not even for the next form. */
export function OwnContact({ value, onChange }: Props) {
  const id = useId();
  return (
    <div className={layout.close}>
      <Field
        label={t('lobby.contact')}
        aside={t('lobby.optional')}
        name="contact"
        autoComplete="off"
        maxLength={LONGEST_CONTACT}
        value={value}
        hint={id}
        onChange={(event) => onChange(event.target.value)}
      />
      <p className={prose.hint} id={id}>
        {t('lobby.contactHint')}
      </p>
    </div>
  );
}

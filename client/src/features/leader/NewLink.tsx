import { LONGEST_NAME } from '@tele-balint/shared/longest';
import { type SyntheticEvent, useId, useState } from 'react';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import type { LinkKind } from './use-fresh-link.ts';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';

const KINDS: readonly LinkKind[] = ['member', 'observer', 'supervisor', 'open'];

type Props = { readonly onAdd: (kind: LinkKind, name: string) => Promise<boolean> };

/** One more link, for a person or for everybody at the door. */
export function NewLink({ onAdd }: Props) {
  const id = useId();
  const [kind, setKind] = useState<LinkKind>('member');
  const [name, setName] = useState('');
  const add = async () => {
    if (await onAdd(kind, name)) setName('');
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    void add();
  };
  return (
    <form className={layout.close} onSubmit={submit}>
      <p className={form.field}>
        <label htmlFor={id}>{t('leader.newLink')}</label>
        <select
          className={form.input}
          id={id}
          value={kind}
          onChange={(event) => setKind(KINDS.find((one) => one === event.target.value) ?? 'member')}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`leader.newLink-${one}`)}
            </option>
          ))}
        </select>
      </p>
      {kind === 'open' ? null : (
        <Field
          label={t('leader.linkName')}
          maxLength={LONGEST_NAME}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      <div className={layout.row}>
        <Button size="small" type="submit">
          <Icon name="plus" small />
          {t('leader.makeLink')}
        </Button>
      </div>
    </form>
  );
}

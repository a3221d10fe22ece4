import { type SyntheticEvent, useId } from 'react';
import type { NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../text/start-text.ts';
import { FormChoice } from './FormChoice.tsx';
import { type Draft, type Fault, MOST_MEMBERS } from './start-model.ts';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './StartForm.module.css';

const faultText = (fault: Fault | undefined): string | null => {
  if (!fault) return null;
  if (fault.kind === 'many') return t('start.faultMany', { most: MOST_MEMBERS });
  if (fault.kind === 'long')
    return fault.field === 'group'
      ? t('start.faultGroupLong')
      : t('start.faultNameLong', { name: fault.name });
  return t(fault.field === 'organiserKey' ? 'start.faultKey' : 'start.faultName');
};

type Props = {
  readonly draft: Draft;
  readonly yours: NamedCourse | null;
  /** Opens the editor with the chosen course. */
  readonly onEdit: () => void;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void;
  readonly asksForKey: boolean;
  readonly faults: readonly Fault[];
  /** A sentence from the server. */
  readonly problem: string | null;
  readonly busy: boolean;
};

export function StartForm({
  draft,
  yours,
  onEdit,
  onChange,
  onSubmit,
  asksForKey,
  faults,
  problem,
  busy,
}: Props) {
  const ids = useId();
  const fault = (field: Fault['field']) => faultText(faults.find((one) => one.field === field));
  const membersFault = fault('members');
  const written = (field: 'leader' | 'coLeader' | 'group' | 'organiserKey') => ({
    name: field,
    value: draft[field],
    fault: fault(field),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ [field]: event.target.value }),
  });
  return (
    <form className={`${layout.stack} ${css.form}`} onSubmit={onSubmit} noValidate>
      <div className={layout.pair}>
        <Field label={t('start.leader')} autoComplete="name" required {...written('leader')} />
        <Field label={t('start.coLeader')} aside={t('start.optional')} {...written('coLeader')} />
      </div>
      <Field label={t('start.group')} aside={t('start.groupAside')} {...written('group')} />
      <FormChoice draft={draft} yours={yours} onChoose={onChange} onChange={onEdit} />
      <label className={`${form.check} ${css.protect}`}>
        <input
          type="checkbox"
          checked={draft.protectStory}
          aria-labelledby={`${ids}-story`}
          aria-describedby={`${ids}-protect`}
          onChange={(event) => onChange({ protectStory: event.target.checked })}
        />
        <span>
          <span id={`${ids}-story`}>{t('start.protect')}</span>{' '}
          <span className={prose.hint} id={`${ids}-protect`}>
            {t('start.protectHint')}
          </span>
        </span>
      </label>
      <p className={`${form.field} ${css.members}`}>
        <label htmlFor={`${ids}-members`}>
          {t('start.members')} <span className={form.aside}>{t('start.membersAside')}</span>
        </label>
        <textarea
          className={form.input}
          id={`${ids}-members`}
          name="members"
          rows={3}
          value={draft.members}
          aria-invalid={membersFault ? true : undefined}
          aria-describedby={`${ids}-members-hint`}
          onChange={(event) => onChange({ members: event.target.value })}
        />
        <span className={membersFault ? form.fault : prose.hint} id={`${ids}-members-hint`}>
          {membersFault ?? t('start.membersHint')}
        </span>
      </p>
      {asksForKey ? (
        <Field
          label={t('start.key')}
          aside={t('start.keyHint')}
          type="password"
          autoComplete="off"
          {...written('organiserKey')}
        />
      ) : null}
      {problem ? (
        <Notice look="brick" icon="alert" role="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <div className={layout.row}>
        <Button look="main" size="big" type="submit" aria-disabled={busy}>
          {t(busy ? 'start.opening' : 'start.open')}
        </Button>
      </div>
    </form>
  );
}

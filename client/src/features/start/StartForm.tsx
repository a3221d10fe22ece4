import { type ReactNode, type SyntheticEvent, useId } from 'react';
import type { FileRefusal, NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { t } from '../../text/start-text.ts';
import { ClosingLine } from './ClosingLine.tsx';
import { CourseChoice } from './CourseChoice.tsx';
import { faultText } from './fault-text.ts';
import { Members } from './Members.tsx';
import { sizeAdvice } from './size-advice.ts';
import { type Draft, type Fault, protocolIn } from './start-model.ts';
import { When } from './When.tsx';
import { YourEvening } from './YourEvening.tsx';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './StartForm.module.css';

type Props = {
  readonly draft: Draft;
  readonly yours: NamedCourse | null;
  /** Opens the editor with the chosen course. */
  readonly onEdit: () => void;
  readonly onFile: (course: NamedCourse) => void;
  readonly onRefused: (refusals: readonly FileRefusal[]) => void;
  /** Why the last file was refused. */
  readonly refused: ReactNode;
  readonly onChange: (change: Partial<Draft>) => void;
  readonly onSubmit: (event: SyntheticEvent<HTMLFormElement>) => void;
  readonly asksForKey: boolean;
  readonly faults: readonly Fault[];
  /** A sentence from the server. */
  readonly problem: string | null;
  readonly busy: boolean;
  /** Stands above the form's first column. */
  readonly children: ReactNode;
};

/** When and who, the course, and what comes of both. */
export function StartForm(props: Props) {
  const { draft, yours, onEdit, onFile, onRefused, refused, onChange, onSubmit } = props;
  const { asksForKey, faults, problem, busy, children } = props;
  const ids = useId();
  const fault = (field: Fault['field']) => faultText(faults.find((one) => one.field === field));
  const written = (field: 'leader' | 'coLeader' | 'supervisor' | 'group' | 'organiserKey') => ({
    name: field,
    value: draft[field],
    fault: fault(field),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange({ [field]: event.target.value }),
  });
  return (
    <form className={`${layout.page} ${css.form}`} onSubmit={onSubmit} noValidate>
      <div className={`${layout.stack} ${css.who}`}>
        {children}
        <When
          when={draft.when}
          steps={protocolIn(draft).steps}
          fault={fault}
          onChange={(change) => onChange({ when: { ...draft.when, ...change } })}
        />
        <div className={layout.pair}>
          <Field label={t('start.leader')} autoComplete="name" required {...written('leader')} />
          <Field label={t('start.coLeader')} aside={t('start.optional')} {...written('coLeader')} />
        </div>
        <Field label={t('start.group')} aside={t('start.groupAside')} {...written('group')} />
        <Members
          value={draft.members}
          fault={fault('members')}
          advice={sizeAdvice(draft)}
          onChange={(members) => onChange({ members })}
        />
        <Field label={t('start.supervisor')} aside={t('start.supervisorAside')} {...written('supervisor')} />
      </div>
      <div className={layout.close}>
        <CourseChoice
          draft={draft}
          yours={yours}
          onChoose={onChange}
          onFile={onFile}
          onEdit={onEdit}
          onRefused={onRefused}
        />
        {refused}
        <label className={form.check}>
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
      </div>
      <div className={`${layout.close} ${css.evening}`}>
        <YourEvening draft={draft} />
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
        <Button className={css.open} look="main" size="big" type="submit" aria-disabled={busy}>
          {t(busy ? 'start.opening' : 'start.open')}
        </Button>
        <p className={`${prose.hint} ${css.next}`}>{t('start.next')}</p>
        <ClosingLine value={draft.closing} onChange={(closing) => onChange({ closing })} />
      </div>
    </form>
  );
}

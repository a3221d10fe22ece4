import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { TableIcon } from '../../ui/table/TableIcon.tsx';
import { type Comer, comersIn, lineOf, textOf, written } from './comers.ts';
import { SiteWriting } from './SiteWriting.tsx';
import form from '../../ui/form.module.css';
import prose from '../../ui/prose.module.css';
import css from './Members.module.css';

type Props = {
  readonly value: string;
  readonly fault: string | null;
  /** A calm word on how many come. */
  readonly advice: string | null;
  readonly onChange: (value: string) => void;
};

/** Who comes: each name becomes a token by Enter or in a pasted list, and so does a place with several people. */
export function Members({ value, fault, advice, onChange }: Props) {
  const id = useId();
  const [several, setSeveral] = useState(false);
  const box = useRef<HTMLUListElement>(null);
  const { done, line } = written(value);
  const field = () => box.current?.querySelector('textarea') ?? null;
  const outs = () => [...(box.current?.querySelectorAll('button') ?? [])];
  const change = (text: string) => onChange(textOf(written(text).done, written(text).line));
  const takeOut = (at: number) => {
    onChange(textOf(done.toSpliced(at, 1), line));
    field()?.focus();
  };
  const add = (comer: Comer) => {
    // What is being written stands as well, and is not lost.
    onChange(textOf([...done, ...comersIn(line), comer], ''));
    setSeveral(false);
    field()?.focus();
  };
  const inField = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Backspace' || line !== '' || event.repeat) return;
    event.preventDefault();
    outs().at(-1)?.focus();
  };
  const onToken = (event: KeyboardEvent, at: number) => {
    if (event.key === 'Delete' || event.key === 'Backspace') takeOut(at);
    else if (event.key === 'ArrowLeft') outs()[at - 1]?.focus();
    else if (event.key === 'ArrowRight') (outs()[at + 1] ?? field())?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div className={form.field}>
      <label htmlFor={id}>
        {t('start.members')} <span className={form.aside}>{t('start.membersAside')}</span>
      </label>
      <ul className={css.box} ref={box} aria-label={t('start.members')}>
        {done.map((comer, at) => (
          // Two people may bear one name.
          <li key={`${at} ${lineOf(comer)}`} className={css.token}>
            {comer.people.length === 0 ? (
              <span>{comer.name}</span>
            ) : (
              <span>
                <b>{comer.name}</b> <small>{comer.people.join(', ')}</small>
              </span>
            )}
            <button
              type="button"
              className={css.out}
              aria-label={t('start.takeOut', { name: comer.name })}
              onClick={() => takeOut(at)}
              onKeyDown={(event) => onToken(event, at)}
            >
              <TableIcon name="close" />
            </button>
          </li>
        ))}
        <li className={css.field}>
          <textarea
            id={id}
            name="members"
            rows={1}
            value={line}
            placeholder={t(done.length === 0 ? 'start.addName' : 'start.addAnother')}
            aria-invalid={fault ? true : undefined}
            aria-describedby={`${id}-hint`}
            onKeyDown={inField}
            onChange={(event) => change(textOf(done, event.target.value))}
          />
        </li>
      </ul>
      <span className={prose.visuallyHidden} role="status">
        {t('start.standing', { count: done.length })}
      </span>
      <span className={fault ? form.fault : prose.hint} id={`${id}-hint`}>
        {fault ?? t('start.membersHint')}
      </span>
      {several ? (
        <SiteWriting onAdd={add} onClose={() => setSeveral(false)} />
      ) : (
        <Button size="small" look="bare" className={css.several} onClick={() => setSeveral(true)}>
          <Icon name="plus" small />
          {t('start.several')}
        </Button>
      )}
      <p className={prose.hint} role="status">
        {advice}
      </p>
    </div>
  );
}

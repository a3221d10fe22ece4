import { LONGEST_NAME } from '@tele-balint/shared/longest';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import type { LookAnswer } from '@tele-balint/shared/http';
import { remembered } from '../../links/remembered.ts';
import { keepOwnContact } from '../../state/letters.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { type Entry, type EntryFault, entryFor, faultOf, whatFollows, wordsOfRules } from './lobby-model.ts';
import { OwnContact } from './OwnContact.tsx';
import { Promises } from './Promises.tsx';
import { SiteForm } from './SiteForm.tsx';
import { whenWords } from './when.ts';
import { SharedComputer } from './SharedComputer.tsx';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './AskForm.module.css';

type Props = {
  readonly look: LookAnswer;
  readonly busy: boolean;
  /** What the server says of the name. */
  readonly nameProblem: string | null;
  /** What else it says. */
  readonly problem: string | null;
  readonly onAsk: (entry: Entry) => void;
};

/** The field where something is missing. */
const fieldOf = (fault: EntryFault, agreedBefore: boolean): string => {
  if (fault.field === 'person') return `person${fault.index}`;
  if (fault.field !== 'rule') return fault.field;
  return agreedBefore ? 'all' : fault.rule;
};

export function AskForm({ look, busy, nameProblem, problem, onAsk }: Props) {
  const [before] = useState(remembered);
  const agreedBefore = before?.agreed === wordsOfRules();
  const [entry, setEntry] = useState(() => entryFor(look, before));
  const [contact, setContact] = useState('');
  const [tried, setTried] = useState(false);
  const fault = tried ? faultOf(entry) : null;
  const count = 1 + (entry.company?.people.length ?? 0);
  const form = useRef<HTMLFormElement>(null);
  const focusOn = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  useEffect(() => {
    if (nameProblem !== null) focusOn('name');
  }, [nameProblem]);
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    const missing = faultOf(entry);
    if (missing) {
      focusOn(fieldOf(missing, agreedBefore));
    } else if (!busy) {
      keepOwnContact(contact);
      onAsk(entry);
    }
  };
  return (
    <form ref={form} className={layout.stack} onSubmit={submit} noValidate>
      <div className={layout.pair}>
        <Field
          label={t('lobby.name')}
          name="name"
          autoComplete="name"
          required
          maxLength={LONGEST_NAME}
          value={entry.name}
          fault={fault?.field === 'name' ? t('lobby.nameFault') : nameProblem}
          onChange={(event) => setEntry({ ...entry, name: event.target.value })}
        />
        <Field
          label={t('lobby.profession')}
          aside={t('lobby.optional')}
          name="profession"
          autoComplete="organization-title"
          maxLength={LONGEST_NAME}
          value={entry.profession}
          onChange={(event) => setEntry({ ...entry, profession: event.target.value })}
        />
      </div>
      {look.kind === 'leader' ? null : (
        <SiteForm
          company={entry.company}
          fault={fault?.field === 'site' || fault?.field === 'person' ? fault : null}
          onChange={(company) => setEntry({ ...entry, company })}
        />
      )}
      {look.sealed ? <OwnContact value={contact} onChange={setContact} /> : null}
      <Promises
        entry={entry}
        agreedBefore={agreedBefore}
        missing={fault?.field === 'rule' ? fault.rule : null}
        onChange={setEntry}
      />
      <SharedComputer known={before !== null} />
      {problem ? (
        <Notice role="alert" look="brick" icon="alert">
          <p>{problem}</p>
        </Notice>
      ) : null}
      <div className={layout.close}>
        <Button look="main" size="big" type="submit" aria-disabled={busy}>
          {busy ? t('lobby.asking') : count > 1 ? t('site.ask', { count }) : t('lobby.ask')}
        </Button>
        <p className={`${prose.hint} ${css.follows}`}>
          {count > 1 && whatFollows(look) === 'lobby.byName'
            ? t('site.together')
            : t(whatFollows(look), whenWords(look))}
        </p>
      </div>
    </form>
  );
}

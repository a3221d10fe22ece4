import { LONGEST_NAME } from '@tele-balint/shared/longest';
import { useEffect, useRef } from 'react';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Icon } from '../../ui/Icon.tsx';
import {
  type Company,
  type CompanyFault,
  MOST_BESIDE,
  NOBODY,
  withPerson,
  withoutPerson,
} from './company.ts';
import form from '../../ui/form.module.css';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './SiteForm.module.css';

type Props = {
  readonly company: Company | null;
  readonly fault: CompanyFault | null;
  readonly onChange: (company: Company | null) => void;
};

/** "More people at this camera?": the site's name, and up to five others. */
export function SiteForm({ company, fault, onChange }: Props) {
  const box = useRef<HTMLFieldSetElement>(null);
  /** What has the focus next: a row has come, or went with the button that was pressed. */
  const goesOn = useRef<string | null>(null);
  useEffect(() => {
    if (goesOn.current === null) return;
    box.current?.querySelector<HTMLElement>(`[name="${goesOn.current}"]`)?.focus();
    goesOn.current = null;
  }, [company]);
  const add = ({ people, ...others }: Company) => {
    goesOn.current = `person${people.length}`;
    onChange({ ...others, people: [...people, NOBODY] });
  };
  const takeOut = (from: Company, index: number) => {
    const left = withoutPerson(from, index);
    goesOn.current = left === null ? 'several' : 'add';
    onChange(left);
  };
  return (
    <fieldset ref={box} className={css.box}>
      <legend className={prose.visuallyHidden}>{t('site.more')}</legend>
      <label className={form.check}>
        <input
          type="checkbox"
          name="several"
          checked={company !== null}
          onChange={(event) => onChange(event.target.checked ? { site: '', people: [NOBODY] } : null)}
        />
        <span>{t('site.more')}</span>
      </label>
      {company === null ? null : (
        <>
          <Field
            label={t('site.name')}
            name="site"
            maxLength={LONGEST_NAME}
            value={company.site}
            fault={fault?.field === 'site' ? t('site.nameFault') : null}
            onChange={(event) => onChange({ ...company, site: event.target.value })}
          />
          <ul className={css.crew} aria-label={t('site.people')}>
            {company.people.map((person, index) => {
              const name = person.name.trim() || 'none';
              const wrong = fault?.field === 'person' && fault.index === index;
              return (
                // Rows have no name of their own until one is written.
                <li key={index}>
                  <Field
                    label={t('site.person')}
                    name={`person${index}`}
                    maxLength={LONGEST_NAME}
                    value={person.name}
                    fault={wrong ? t('site.personFault') : null}
                    onChange={(event) =>
                      onChange(withPerson(company, index, { ...person, name: event.target.value }))
                    }
                  />
                  <Field
                    label={
                      <>
                        {t('lobby.profession')}{' '}
                        <span className={prose.visuallyHidden}>{t('site.professionOf', { name })}</span>
                      </>
                    }
                    aside={t('lobby.optional')}
                    maxLength={LONGEST_NAME}
                    value={person.profession}
                    onChange={(event) =>
                      onChange(withPerson(company, index, { ...person, profession: event.target.value }))
                    }
                  />
                  <Button
                    size="small"
                    look="bare"
                    aria-label={t('site.remove', { name })}
                    onClick={() => takeOut(company, index)}
                  >
                    {t('site.takeOut')}
                  </Button>
                </li>
              );
            })}
          </ul>
          {company.people.length < MOST_BESIDE ? (
            <div className={layout.row}>
              <Button size="small" look="bare" name="add" onClick={() => add(company)}>
                <Icon name="plus" small />
                {t('site.add')}
              </Button>
              <span className={prose.hint}>{t('site.upTo')}</span>
            </div>
          ) : null}
          <p className={prose.hint}>{t('site.share')}</p>
        </>
      )}
    </fieldset>
  );
}

import { LONGEST_NAME } from '@tele-balint/shared/longest';
import { cleanName } from '@tele-balint/shared/session/names';
import { useEffect, useRef, useState } from 'react';
import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { type Comer, comersIn } from './comers.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';

type Props = { readonly onAdd: (comer: Comer) => void; readonly onClose: () => void };

/** A place where several sit at one camera: what it is called, and who sits there. */
export function SiteWriting({ onAdd, onClose }: Props) {
  const [site, setSite] = useState('');
  const [names, setNames] = useState('');
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), []);
  const people = comersIn(names.replaceAll(/[,;]/g, '\n')).map(({ name }) => name);
  const nameless = cleanName(site) === '';
  const few = people.length < 2;
  const add = () => {
    setTried(true);
    if (!nameless && !few) onAdd({ name: site.replaceAll(':', ' ').trim(), people });
    else box.current?.querySelectorAll('input')[nameless ? 0 : 1]?.focus();
  };
  return (
    <fieldset
      ref={box}
      className={layout.close}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        // The form around it is not sent by this.
        event.preventDefault();
        add();
      }}
    >
      <legend className={prose.visuallyHidden}>{t('start.several')}</legend>
      <div className={layout.close}>
        <Field
          label={t('start.siteName')}
          maxLength={LONGEST_NAME}
          value={site}
          fault={tried && nameless ? t('start.siteFault') : null}
          onChange={(event) => setSite(event.target.value)}
        />
        <Field
          label={t('start.sitePeople')}
          aside={t('start.sitePeopleAside')}
          value={names}
          fault={tried && few ? t('start.sitePeopleFault') : null}
          onChange={(event) => setNames(event.target.value)}
        />
      </div>
      <p className={layout.row}>
        <Button size="small" onClick={add}>
          {t('start.siteAdd')}
        </Button>
        <Button size="small" look="bare" onClick={onClose}>
          {t('start.siteCancel')}
        </Button>
      </p>
      <p className={prose.hint}>{t('start.siteHint')}</p>
    </fieldset>
  );
}

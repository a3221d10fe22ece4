import { useId, useRef, useState } from 'react';
import { nameOf } from '../../state/places.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { AheadEditor, Lead } from './lead.ts';
import { may } from './leader-model.ts';
import css from './Drawer.module.css';
import prose from '../../ui/prose.module.css';

/** What is still to come, and the way to change it. */
export function Course({ Ahead, ...lead }: Lead & { readonly Ahead: AheadEditor }) {
  const { view, leader } = lead;
  const [editing, setEditing] = useState(false);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const { edited } = leader.plan;
  if (!may(view, 'editCourse')) return null;
  const close = () => {
    setEditing(false);
    button.current?.focus();
  };
  return (
    <section aria-labelledby={id}>
      <div className={css.lead}>
        <h3 id={id}>{t('leader.course')}</h3>
        <Button ref={button} size="small" aria-expanded={editing} onClick={() => setEditing(!editing)}>
          {t('leader.changeCourse')}
        </Button>
      </div>
      {edited ? (
        <p className={prose.hint}>
          {t('leader.courseChanged', { name: nameOf(view, edited.by), time: timeOfDay(edited.at) })}
        </p>
      ) : null}
      {editing ? <Ahead {...lead} onClose={close} /> : null}
    </section>
  );
}

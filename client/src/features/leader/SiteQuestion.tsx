import type { StepView } from '@tele-balint/shared/view/course';
import type { RoomView } from '@tele-balint/shared/view/view';
import { useId, useState } from 'react';
import { firstNames, presenterAtSite } from '../../state/site.ts';
import { nameOfStep } from '../../state/steps.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Asked } from './use-site-question.ts';
import css from './SiteQuestion.module.css';

type Props = {
  readonly view: RoomView;
  /** With the step that the chair moves back in. */
  readonly asked: Asked & { readonly step: StepView };
  readonly onGoOn: (apart: boolean) => void;
  readonly onClose: () => void;
};

/** The presenter shares a microphone: it rests for all at that camera, or the presenter sits apart. */
export function SiteQuestion({ view, asked, onGoOn, onClose }: Props) {
  const group = useId();
  const [apart, setApart] = useState(asked.apart);
  const at = presenterAtSite(view);
  if (at === null) return null;
  const { name, site } = at;
  const values = { name, site, names: firstNames(view, at.all), others: firstNames(view, at.others) };
  const choice = (is: boolean, title: string, text: string) => (
    <label>
      <input type="radio" name={group} checked={apart === is} onChange={() => setApart(is)} />
      <span>
        <b>{title}</b>
        <span>{text}</span>
      </span>
    </label>
  );
  return (
    <Dialog
      title={t('leader.siteBack', values)}
      onClose={onClose}
      actions={
        <>
          <Button look="main" onClick={() => onGoOn(apart)}>
            {t('leader.siteGoOn', { phase: nameOfStep(asked.step) })}
          </Button>
          <Button look="bare" onClick={onClose}>
            {t('leader.notYet')}
          </Button>
        </>
      }
    >
      {asked.refused ? (
        <Notice look="brick" icon="alert" role="alert">
          <p>{t('leader.siteRefused')}</p>
        </Notice>
      ) : null}
      <p>{t('leader.siteBackText', values)}</p>
      <div className={css.either} role="radiogroup" aria-label={t('leader.siteChoice', values)}>
        {choice(false, t('leader.siteListens', values), t('leader.siteListensText', values))}
        {choice(true, t('leader.siteApart', values), t('leader.siteApartText', values))}
      </div>
    </Dialog>
  );
}

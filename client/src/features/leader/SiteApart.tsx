import { presenterAtSite } from '../../state/site.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Lead } from './lead.ts';
import { may } from './leader-model.ts';
import { useQuestion } from './use-question.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';

/** Whether a presenter at a camera of several sits apart from its microphone; a leader may say so, or take it back. */
export function SiteApart({ view, run }: Pick<Lead, 'view' | 'run'>) {
  const at = presenterAtSite(view);
  const { apart } = view.course;
  const [asking, setAsking] = useQuestion(at !== null && !apart && may(view, 'sitApart'));
  if (at === null || !may(view, 'sitApart')) return null;
  const { name, site } = at;
  const set = (to: boolean) => {
    setAsking(false);
    void run({ type: 'sitApart', apart: to });
  };
  return (
    <div className={layout.row}>
      <span className={prose.hint}>{t(apart ? 'leader.apartNow' : 'leader.apartNot', { name, site })}</span>
      <Button size="small" onClick={() => (apart ? set(false) : setAsking(true))}>
        {t(apart ? 'leader.apartTake' : 'leader.apartSet', { name, site })}
      </Button>
      {asking ? (
        <Dialog
          title={t('leader.siteApart', { name })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => set(true)}>{t('leader.apartYes', { name })}</Button>
              <Button look="bare" onClick={() => setAsking(false)}>
                {t('cancel')}
              </Button>
            </>
          }
        >
          <p>{t('leader.siteApartText', { site })}</p>
        </Dialog>
      ) : null}
    </div>
  );
}

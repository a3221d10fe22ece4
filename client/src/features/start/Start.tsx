import { type SyntheticEvent, useState } from 'react';
import { refusalText, t } from '../../text/start-text.ts';
import { PageBar } from '../../ui/PageBar.tsx';
import { Made } from './Made.tsx';
import { Preview } from './Preview.tsx';
import { StartForm } from './StartForm.tsx';
import { makeOpener } from './open-session.ts';
import { EMPTY_DRAFT, type Draft, type Plan, faultsOf } from './start-model.ts';
import { useAsksForKey } from './use-about.ts';

/** The page at `/`: a leader opens a session and gets its links. */
export function Start() {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [open] = useState(makeOpener);
  const asksForKey = useAsksForKey();
  const faults = faultsOf(draft, asksForKey);

  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    const [first] = faults;
    if (first) {
      form.querySelector<HTMLElement>(`[name="${first.field}"]`)?.focus();
      return;
    }
    setBusy(true);
    const answer = await open(draft);
    setBusy(false);
    setProblem(answer.ok ? null : refusalText(answer.refusal));
    if (answer.ok) setPlan(answer.value);
  };
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void submit(event.currentTarget);
  };

  return (
    <>
      <title>{`${t('start.pageTitle')} · ${t('app.name')}`}</title>
      <PageBar title={t('app.name')} />
      {plan ? (
        <Made draft={draft} plan={plan} origin={location.origin} />
      ) : (
        <main className="page page--two page--start">
          <div className="stack stack--l">
            <div className="stack stack--s">
              <h2 className="title">{t('start.title')}</h2>
              <p className="lede">{t('start.lede')}</p>
            </div>
            <StartForm
              draft={draft}
              onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
              onSubmit={onSubmit}
              asksForKey={asksForKey}
              faults={tried ? faults : []}
              problem={problem}
              busy={busy}
            />
          </div>
          <Preview draft={draft} />
        </main>
      )}
    </>
  );
}

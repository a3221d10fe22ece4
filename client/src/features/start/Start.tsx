import { type SyntheticEvent, useState } from 'react';
import { refusalText, t } from '../../text/start-text.ts';
import { PageBar } from '../../ui/PageBar.tsx';
import { Title } from '../../ui/Title.tsx';
import { KeptRooms } from './KeptRooms.tsx';
import { openedRoom } from './kept-rooms.ts';
import { Made } from './Made.tsx';
import { Preview } from './Preview.tsx';
import { StartForm } from './StartForm.tsx';
import { makeOpener } from './open-session.ts';
import { EMPTY_DRAFT, type Draft, faultsOf } from './start-model.ts';
import { useAsksForKey } from './use-about.ts';
import { useRooms } from './use-rooms.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';
import css from './Start.module.css';

/** The page at `/`: a leader opens a session and gets its links. */
export function Start() {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [open, setOpen] = useState(makeOpener);
  const rooms = useRooms();
  const { room } = rooms;
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
    if (answer.ok) rooms.open(openedRoom(draft, answer.value));
  };
  const onSubmit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!busy) void submit(event.currentTarget);
  };

  /** A room of its own, also where the same is written again. */
  const another = () => {
    setOpen(() => makeOpener());
    setDraft(EMPTY_DRAFT);
    setTried(false);
    rooms.show(null);
  };

  return (
    <>
      <title>{`${t('start.pageTitle')} · ${t('app.name')}`}</title>
      <PageBar title={t('app.name')} />
      {room ? (
        <Made
          key={room.plan.sessionId}
          room={room}
          origin={location.origin}
          onCopied={(links) => rooms.copied(room, links)}
          onAnother={another}
        />
      ) : (
        <main className={`${layout.page} ${css.start}`}>
          <div className={layout.loose}>
            <div className={layout.close}>
              <Title>{t('start.title')}</Title>
              <p className={prose.lede}>{t('start.lede')}</p>
            </div>
            <KeptRooms rooms={rooms.rooms} ended={rooms.ended} onShow={rooms.show} />
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

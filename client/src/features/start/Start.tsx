import { type ComponentType, type SyntheticEvent, useState } from 'react';
import type { FileRefusal, NamedCourse } from '@tele-balint/shared/protocol/course-file';
import { protectsStory } from '@tele-balint/shared/protocol/presets';
import { keepCourse, keptCourse } from '../../links/kept-course.ts';
import { refusalText, t } from '../../text/start-text.ts';
import { PageBar } from '../../ui/PageBar.tsx';
import { Title } from '../../ui/Title.tsx';
import { usePageFocus } from '../../ui/use-page-focus.ts';
import { KeptRooms } from './KeptRooms.tsx';
import { openedRoom } from './kept-rooms.ts';
import { Made } from './Made.tsx';
import { StartForm } from './StartForm.tsx';
import { makeOpener } from './open-session.ts';
import { EMPTY_DRAFT, type Draft, faultsOf, protocolIn } from './start-model.ts';
import { useAsksForKey } from './use-about.ts';
import { useRooms } from './use-rooms.ts';
import { startsAtOf } from './when-model.ts';
import layout from '../../ui/layout.module.css';
import prose from '../../ui/prose.module.css';

type Props = {
  /** Changes a course by hand; it comes when it is asked for. */
  readonly Editor: ComponentType<{
    readonly course: NamedCourse;
    readonly beginsAt: number | null;
    readonly onUse: (course: NamedCourse) => void;
    readonly onBack: () => void;
  }>;
  /** Says why a file was refused; it comes when one was. */
  readonly Refused: ComponentType<{ readonly refusals: readonly FileRefusal[] }>;
};

/** The page at `/`: a leader opens a session and gets its links. */
export function Start({ Editor, Refused }: Props) {
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [open, setOpen] = useState(makeOpener);
  const [yours, setYours] = useState(keptCourse);
  const [editing, setEditing] = useState(false);
  const [refusals, setRefusals] = useState<readonly FileRefusal[]>([]);
  usePageFocus(editing ? 'editor' : 'form');
  const rooms = useRooms();
  const { room } = rooms;
  const asksForKey = useAsksForKey();
  const faults = faultsOf(draft, asksForKey, Date.now());

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

  const use = (course: NamedCourse) => {
    keepCourse(course);
    setYours(course);
    setDraft((before) => ({ ...before, course, protectStory: protectsStory(course.protocol.steps) }));
    setEditing(false);
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
      ) : editing ? (
        <Editor
          course={{ name: draft.course?.name ?? '', protocol: protocolIn(draft) }}
          beginsAt={startsAtOf(draft.when)}
          onUse={use}
          onBack={() => setEditing(false)}
        />
      ) : (
        <main>
          <StartForm
            draft={draft}
            yours={yours}
            onEdit={() => setEditing(true)}
            onFile={use}
            onRefused={setRefusals}
            refused={refusals.length === 0 ? null : <Refused refusals={refusals} />}
            onChange={(change) => setDraft((before) => ({ ...before, ...change }))}
            onSubmit={onSubmit}
            asksForKey={asksForKey}
            faults={tried ? faults : []}
            problem={problem}
            busy={busy}
          >
            <div className={layout.close}>
              <Title>{t('start.title')}</Title>
              <p className={prose.hint}>{t('start.lede')}</p>
            </div>
            <KeptRooms rooms={rooms.rooms} ended={rooms.ended} onShow={rooms.show} />
          </StartForm>
          {/* In a window of its own: what was written here stays. */}
          <p className={prose.hint}>
            <a href="/licences.txt" target="_blank" rel="noreferrer">
              {t('start.licences')}
            </a>
          </p>
        </main>
      )}
    </>
  );
}

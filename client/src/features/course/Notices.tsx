import type { RoomView } from '@tele-balint/shared/view/view';
import { type CSSProperties, type ReactNode, type Ref, useState } from 'react';
import { startAudio } from '../../media/media.ts';
import { useMedia } from '../../media/use-media.ts';
import { areSeveral, mySeat, nameOf } from '../../state/places.ts';
import { isChosen } from '../../state/steps.ts';
import type { Run } from '../../connection/use-command.ts';
import { useServerNow, useSession } from '../../state/use-session.ts';
import { useSoundAway } from '../../state/use-sound-away.ts';
import { type AnyRefusal, refusalText, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Dismiss } from './Dismiss.tsx';
import { NoticeStack, useNoticeStack } from '../../ui/notice-stack.ts';
import { Asked } from './Asked.tsx';
import { SiteNotice } from './SiteNotice.tsx';
import { BrokenLine } from './BrokenLine.tsx';
import { currentNotices } from './notice-model.ts';
import { SpokenNotice } from '../../SpokenNotice.tsx';
import css from './Notices.module.css';

function MediaNotices() {
  const link = useMedia((is) => is.link);
  const canPlay = useMedia((is) => is.canPlay);
  const loud = useMedia((is) => is.loud);
  const lineUp = useSession((state) => state.link === 'up');
  const away = useSoundAway(link, lineUp);
  const words = loud ? 'waits' : 'second';
  return (
    <>
      {away ? (
        <SpokenNotice look="brick" icon="again" said={`${t('media.away.title')}. ${t('media.away.text')}`}>
          <strong>{t('media.away.title')}.</strong> {t('media.away.text')}
        </SpokenNotice>
      ) : null}
      {canPlay && loud ? null : (
        <SpokenNotice
          look="pine"
          icon="sound"
          calls
          said={`${t(`sound.${words}.title`)}. ${t(`sound.${words}.text`)}`}
          urgent
          actions={
            <Button look="main" size="small" onClick={startAudio}>
              {t('sound.on')}
            </Button>
          }
        >
          <strong>{t(`sound.${words}.title`)}.</strong> {t(`sound.${words}.text`)}
        </SpokenNotice>
      )}
    </>
  );
}

function Ending({ view, onKeep }: { readonly view: RoomView; readonly onKeep: () => void }) {
  const now = useServerNow(1_000);
  const { endsAt, stay } = view.session;
  if (endsAt === null) return null;
  const seconds = Math.ceil((endsAt - now) / 1_000);
  const actions = mySeat(view).can.includes('keepSession') ? (
    <Button size="small" onClick={onKeep}>
      {t('ending.keep')}
    </Button>
  ) : null;
  return (
    <Notice look="brick" icon="clock" actions={actions}>
      <strong>{seconds > 0 ? t('ending.title', { seconds }) : t('ending.soon')}</strong>
      {stay === null ? null : <span> {t('ending.stay', { minutes: stay })}</span>}
    </Notice>
  );
}

function Told({ view }: { readonly view: RoomView }) {
  const now = useServerNow(1_000);
  const [closed, setClosed] = useState<readonly string[]>([]);
  return currentNotices(view.notices, now, closed).map(({ key, notice }) => {
    const words = t(`notice.${notice.type}`, { name: nameOf(view, notice.seat) });
    return (
      <SpokenNotice key={key} said={words} actions={<Dismiss onClick={() => setClosed([...closed, key])} />}>
        {words}
      </SpokenNotice>
    );
  });
}

/** Stands until the case begins, or somebody else is chosen, or its reader has had enough of it. */
function Chosen() {
  const [closed, setClosed] = useState(false);
  if (closed) return null;
  return (
    <Notice look="lamp" icon="chair" actions={<Dismiss onClick={() => setClosed(true)} />}>
      <strong>{t('chosen.title')}</strong> {t('chosen.text')}
    </Notice>
  );
}

type Props = {
  readonly view: RoomView;
  readonly run: Run;
  /** The last "no" to something that was pressed here; saying it is its sender's. */
  readonly refusal: AnyRefusal | null;
  readonly onTry: () => void;
  /** Their place on the rug; in a grid they have one above the own controls. */
  readonly style?: CSSProperties | undefined;
  readonly ref?: Ref<HTMLElement>;
  /** What comes first: the seal, and what only leaders see. */
  readonly children?: ReactNode;
};

/** What everybody has to know now, and nothing that they can do without. */
export function Notices({ view, run, refusal, onTry, style, ref, children }: Props) {
  const stack = useNoticeStack();
  const [open, setOpen] = useState(false);
  const folds = [...stack.ranks.values()].includes('line');
  if (open && !folds) setOpen(false);
  return (
    <section
      ref={ref}
      className={css.inRoom}
      aria-label={t('notices.label')}
      data-notices=""
      data-layout={style ? 'rug' : undefined}
      data-folds={folds && !open ? '' : undefined}
      style={style}
    >
      <NoticeStack value={stack}>
        {children}
        <BrokenLine at="room" onTry={onTry} />
        <MediaNotices />
        {refusal === null ? null : (
          <Notice look="brick" icon="alert">
            {refusalText(refusal)}
          </Notice>
        )}
        {isChosen(view) && !areSeveral(view) ? <Chosen /> : null}
        <Asked view={view} run={run} />
        <SiteNotice view={view} />
        <Ending view={view} onKeep={() => void run({ type: 'keepSession' })} />
        <Told view={view} />
      </NoticeStack>
      {folds ? (
        <Button
          size="small"
          look="bare"
          className={css.more}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'notices.fewer' : 'notices.all', { count: stack.ranks.size })}
        </Button>
      ) : null}
    </section>
  );
}

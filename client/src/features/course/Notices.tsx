import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { RoomView } from '@tele-balint/shared/view';
import type { Ack } from '@tele-balint/shared/wire';
import { useState } from 'react';
import { startAudio } from '../../media/media.ts';
import { useMedia } from '../../media/use-media.ts';
import { nameOf } from '../../session/places.ts';
import { useLasting, useServerNow, useSession } from '../../session/use-session.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { currentNotices } from './notice-model.ts';

/** A short blink of a line is not worth a word, in ms. */
const BLINK = 1_200;
/** From here on trying by hand is offered, in ms. */
const LONG = 20_000;

function Broken({ onTry }: { readonly onTry: () => void }) {
  const down = useSession(({ link }) => link === 'down');
  const shown = useLasting(down, BLINK);
  const long = useLasting(down, LONG);
  if (!shown) return null;
  const actions = long ? (
    <Button size="small" onClick={onTry}>
      {t('line.tryNow')}
    </Button>
  ) : null;
  return (
    <Notice look="brick" icon="again" role="alert" actions={actions}>
      <strong>{t('line.broken.title')}</strong> {t('line.broken.text')}
    </Notice>
  );
}

function MediaNotices() {
  const { link, canPlay, loud } = useMedia();
  const lineUp = useSession((state) => state.link === 'up');
  const away = useLasting(lineUp && (link === 'away' || link === 'connecting'), 2 * BLINK);
  const words = loud ? 'waits' : 'second';
  return (
    <>
      {away ? (
        <Notice look="brick" icon="again" role="status">
          <strong>{t('media.away.title')}.</strong> {t('media.away.text')}
        </Notice>
      ) : null}
      {canPlay && loud ? null : (
        <Notice
          look="pine"
          icon="sound"
          role="alert"
          actions={
            <Button look="main" size="small" onClick={startAudio}>
              {t('sound.on')}
            </Button>
          }
        >
          <strong>{t(`sound.${words}.title`)}.</strong> {t(`sound.${words}.text`)}
        </Notice>
      )}
    </>
  );
}

function Ending({ view, onKeep }: { readonly view: RoomView; readonly onKeep: () => void }) {
  const now = useServerNow(1_000);
  const { endsAt } = view.session;
  if (endsAt === null) return null;
  const seconds = Math.ceil((endsAt - now) / 1_000);
  const actions = view.you.can.includes('keepSession') ? (
    <Button size="small" onClick={onKeep}>
      {t('ending.keep')}
    </Button>
  ) : null;
  return (
    <Notice look="brick" icon="clock" actions={actions}>
      <strong>{seconds > 0 ? t('ending.title', { seconds }) : t('ending.soon')}</strong>
    </Notice>
  );
}

function Told({ view }: { readonly view: RoomView }) {
  const now = useServerNow(1_000);
  const [closed, setClosed] = useState<readonly string[]>([]);
  return currentNotices(view.notices, now, closed).map(({ key, notice }) => (
    <Notice
      key={key}
      role="status"
      actions={
        <Button size="small" look="bare" onClick={() => setClosed([...closed, key])}>
          {t('notice.dismiss')}
        </Button>
      }
    >
      {t(`notice.${notice.type}`, { name: nameOf(view, notice.seat) })}
    </Notice>
  ));
}

type Props = {
  readonly view: RoomView;
  readonly send: (command: PersonalCommand) => Promise<Ack>;
  readonly onTry: () => void;
};

/** What everybody has to know now, and nothing that they can do without. */
export function Notices({ view, send, onTry }: Props) {
  return (
    <div className="notices">
      <Broken onTry={onTry} />
      <MediaNotices />
      <Ending view={view} onKeep={() => void send({ type: 'keepSession' })} />
      <Told view={view} />
    </div>
  );
}

import { t } from '../../text/start-text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { OpenedRoom } from './kept-rooms.ts';

const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

type Props = {
  readonly rooms: readonly OpenedRoom[];
  readonly ended: boolean;
  readonly onShow: (sessionId: string) => void;
};

/** The way back to the links of rooms that were opened in this tab. */
export function KeptRooms({ rooms, ended, onShow }: Props) {
  return (
    <>
      {ended ? (
        <Notice role="status">
          <p>{t('made.over')}</p>
        </Notice>
      ) : null}
      {rooms.map(({ draft, plan, at }) => (
        <Notice
          key={plan.sessionId}
          icon="lock"
          look="pine"
          actions={
            <Button size="small" onClick={() => onShow(plan.sessionId)}>
              {t('made.show')}
            </Button>
          }
        >
          <p>{t('made.here', { who: draft.group.trim() || draft.leader.trim(), time: clock.format(at) })}</p>
        </Notice>
      ))}
    </>
  );
}

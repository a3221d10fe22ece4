import { SpokenNotice } from '../../SpokenNotice.tsx';
import { putAway } from '../../state/letters.ts';
import { t } from '../../text/leader-text.ts';
import { listed } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { useFreshNotes } from './use-notes.ts';

/** Notes that came, until a leader has seen them. */
export function FreshNotes() {
  const fresh = useFreshNotes();
  const latest = fresh.at(-1);
  if (latest === undefined) return null;
  return (
    <SpokenNotice
      key={latest.id}
      icon="note"
      said={t('notes.came', { names: listed(latest.from ?? []), text: latest.text })}
      actions={
        <Button size="small" onClick={putAway}>
          {t('leader.seen')}
        </Button>
      }
    >
      {fresh.map(({ id, from, text }) => (
        <p key={id} data-note="">
          <b>
            <bdi>{listed(from ?? [])}</bdi>:
          </b>{' '}
          <bdi>{text}</bdi>
        </p>
      ))}
    </SpokenNotice>
  );
}

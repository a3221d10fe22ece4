import type { PlaceView } from '@tele-balint/shared/view/place';
import { useMedia } from '../../media/use-media.ts';
import { firstNameOf } from '../../state/places.ts';
import { t } from '../../text/leader-text.ts';
import { Button } from '../../ui/Button.tsx';
import type { Lead } from './lead.ts';
import { lineVoiceOf } from './leader-model.ts';

type Props = Lead & { readonly place: PlaceView };

/** Closes one noisy line for the step, and gives the step's voice back; opening stays with its owner, who can be asked. */
export function LineVoice({ view, leader, run, place }: Props) {
  const open = useMedia((is) => is.lines[place.media.identity ?? '']?.micOpen ?? null);
  const { close, free, ask } = lineVoiceOf(view, leader, place, open);
  const { seat, name } = place;
  return (
    <>
      {ask ? (
        <Button
          size="small"
          look="bare"
          aria-label={t('leader.askToOpen', { name })}
          onClick={() => void run({ type: 'askToOpen', seat })}
        >
          {t('leader.askToOpenShort', { name: firstNameOf(view, seat) })}
        </Button>
      ) : null}
      {close ? (
        <Button
          size="small"
          look="bare"
          aria-label={t('leader.closeLineFull', { name })}
          onClick={() => void run({ type: 'closeLine', seat })}
        >
          {t('leader.closeLine')}
        </Button>
      ) : null}
      {free ? (
        <Button
          size="small"
          aria-label={t('leader.freeLineFull', { name })}
          onClick={() => void run({ type: 'freeLine', seat })}
        >
          {t('leader.freeLine')}
        </Button>
      ) : null}
    </>
  );
}

import type { RoomView } from '@tele-balint/shared/view/view';
import type { Run } from '../../connection/use-command.ts';
import { mySeat } from '../../state/places.ts';
import { t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { helpWords } from './help-words.ts';

type Props = { readonly view: RoomView; readonly run: Run };

/** The own call as long as it stands. What takes it back comes once a second tap of the hand that called is past. */
export function OwnHelp({ view, run }: Props) {
  const { help, can } = mySeat(view);
  if (help === 'none') return null;
  return (
    <Notice
      look="lamp"
      actions={
        can.includes('withdrawHelp') ? (
          <Button size="small" look="bare" onClick={() => void run({ type: 'withdrawHelp' })}>
            {t('help.withdraw')}
          </Button>
        ) : null
      }
    >
      <p>{helpWords(view)}</p>
    </Notice>
  );
}

import { isBroken, isPassing, type LinkState } from '../../state/store.ts';
import { useLasting, useSession } from '../../state/use-session.ts';
import { BLINK } from '../../state/use-sound-away.ts';
import { refusalText, t } from '../../text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { SpokenNotice } from '../../SpokenNotice.tsx';

/** From here on trying by hand is offered, in ms. */
const LONG = 20_000;

type Props = { readonly at: 'room' | 'door'; readonly onTry: () => void };

/** What is being done about it; where the server itself said why, its reason. */
const textOf = (link: LinkState, at: Props['at']): string =>
  isPassing(link) ? refusalText(link) : t(`line.broken.${at}`);

/** Nothing reaches the server: what stands here may be old. */
export function BrokenLine({ at, onTry }: Props) {
  const link = useSession((state) => state.link);
  const shown = useLasting(isBroken(link), BLINK);
  const long = useLasting(isBroken(link), LONG);
  if (!shown) return null;
  const actions = long ? (
    <Button size="small" onClick={onTry}>
      {t('line.tryNow')}
    </Button>
  ) : null;
  const title = t('line.broken.title');
  return (
    <SpokenNotice
      look="brick"
      icon="again"
      said={`${title}. ${t(`line.broken.${at}`)}`}
      urgent
      actions={actions}
    >
      <strong>{title}.</strong> {textOf(link, at)}
    </SpokenNotice>
  );
}

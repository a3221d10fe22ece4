import { isPassing, type LinkState } from './state/store.ts';
import { useLasting } from './state/use-session.ts';
import { refusalText, t } from './text/text.ts';
import { MessagePage } from './ui/MessagePage.tsx';

/** A line that comes up within this time needs no word, in ms. */
const BLINK = 1_200;

/** On the way to the place; where the server says "not now", why. */
export function Connecting({ link }: { readonly link: LinkState }) {
  const silent = useLasting(link === 'down', BLINK);
  // Nobody has to press anything again: the page asks by itself.
  const soon = link === 'too-soon' ? t('entry.soon') : null;
  const why = silent ? 'network' : isPassing(link) ? link : null;
  return (
    <MessagePage
      bar={t('app.name')}
      title={t('entry.connecting')}
      text={soon ?? (why === null ? '' : refusalText(why))}
    />
  );
}

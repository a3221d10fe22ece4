import { MOVE_REST } from '@tele-balint/shared/session/timer';
import { lazy, Suspense } from 'react';
import type { Entry } from './links/address.ts';
import { useOnePress } from './ui/use-one-press.ts';
import { Unbroken } from './Unbroken.tsx';

// Each comes without the other: the first page stays small, and so does the room.
const FrontPage = lazy(() => import('./FrontPage.tsx').then((page) => ({ default: page.FrontPage })));
const SessionPage = lazy(() => import('./SessionPage.tsx').then((page) => ({ default: page.SessionPage })));

type Props = { readonly entry: Entry | null };

/** Which page this address means. */
export function App({ entry }: Props) {
  const link = entry?.link ?? null;
  useOnePress(MOVE_REST);
  return (
    <Unbroken>
      <Suspense fallback={null}>
        {link === null ? <FrontPage entry={entry} /> : <SessionPage link={link} />}
      </Suspense>
    </Unbroken>
  );
}

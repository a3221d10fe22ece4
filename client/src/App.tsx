import { lazy, Suspense } from 'react';
import type { Entry } from './session/address.ts';
import { Unbroken } from './Unbroken.tsx';

// Each comes without the other: the first page stays small, and so does the room.
const FrontPage = lazy(() => import('./FrontPage.tsx').then((page) => ({ default: page.FrontPage })));
const SessionPage = lazy(() => import('./SessionPage.tsx').then((page) => ({ default: page.SessionPage })));

type Props = { readonly entry: Entry | null };

/** Which page this address means. */
export function App({ entry }: Props) {
  const link = entry?.link ?? null;
  return (
    <Unbroken>
      <Suspense fallback={null}>
        {link === null ? <FrontPage entry={entry} /> : <SessionPage link={link} />}
      </Suspense>
    </Unbroken>
  );
}

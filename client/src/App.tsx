import { lazy, Suspense } from 'react';
import { BadLink } from './features/farewell/BadLink.tsx';
import { Start } from './features/start/Start.tsx';
import type { Entry } from './session/address.ts';

// The room and its media come only to those who open a link: the first page stays small.
const SessionPage = lazy(() => import('./SessionPage.tsx').then((page) => ({ default: page.SessionPage })));

type Props = { readonly entry: Entry | null };

/** Which page this address means. */
export function App({ entry }: Props) {
  if (entry === null) return <Start />;
  if (entry.link === null) return <BadLink over={entry.over} />;
  return (
    <Suspense fallback={null}>
      <SessionPage link={entry.link} />
    </Suspense>
  );
}

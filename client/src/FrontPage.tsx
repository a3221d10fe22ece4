import { type ComponentProps, lazy, Suspense } from 'react';
import { BadLink } from './features/farewell/BadLink.tsx';
import type { Editor } from './features/editor/Editor.tsx';
import { Start } from './features/start/Start.tsx';
import { LaterDialog } from './LaterDialog.tsx';
import { type Entry, sessionIn } from './links/address.ts';
import { keptReceipt } from './links/receipt.ts';

const Later = lazy(() => import('./features/editor/Editor.tsx').then((page) => ({ default: page.Editor })));

/** The editor of a course, loaded when it is asked for. Where it does not come, the form stays as it was filled in. */
function LaterEditor(props: ComponentProps<typeof Editor>) {
  return (
    <LaterDialog onClose={props.onBack}>
      <Later {...props} />
    </LaterDialog>
  );
}

const Reasons = lazy(() =>
  import('./features/editor/Refused.tsx').then((page) => ({ default: page.Refused })),
);

/** Why a file was refused, in the editor's words. */
function LaterRefused(props: ComponentProps<typeof Reasons>) {
  return (
    <Suspense fallback={null}>
      <Reasons {...props} />
    </Suspense>
  );
}

const Ended = lazy(() => import('./features/farewell/Ended.tsx').then((page) => ({ default: page.Ended })));

/** Whoever came without a link that leads somewhere. */
export function FrontPage({ entry }: { readonly entry: Entry | null }) {
  const receipt = entry?.over === true ? keptReceipt(sessionIn(location.pathname)) : null;
  if (receipt !== null) return <Ended receipt={receipt} />;
  return entry === null ? (
    <Start Editor={LaterEditor} Refused={LaterRefused} />
  ) : (
    <BadLink over={entry.over} />
  );
}

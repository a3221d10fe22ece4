import { type ComponentProps, lazy } from 'react';
import { BadLink } from './features/farewell/BadLink.tsx';
import type { Editor } from './features/editor/Editor.tsx';
import { Start } from './features/start/Start.tsx';
import { LaterDialog } from './LaterDialog.tsx';
import type { Entry } from './links/address.ts';

const Later = lazy(() => import('./features/editor/Editor.tsx').then((page) => ({ default: page.Editor })));

/** The editor of a course, loaded when it is asked for. Where it does not come, the form stays as it was filled in. */
function LaterEditor(props: ComponentProps<typeof Editor>) {
  return (
    <LaterDialog onClose={props.onBack}>
      <Later {...props} />
    </LaterDialog>
  );
}

/** Whoever came without a link that leads somewhere. */
export function FrontPage({ entry }: { readonly entry: Entry | null }) {
  return entry === null ? <Start Editor={LaterEditor} /> : <BadLink over={entry.over} />;
}

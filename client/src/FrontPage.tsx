import { BadLink } from './features/farewell/BadLink.tsx';
import { Start } from './features/start/Start.tsx';
import type { Entry } from './links/address.ts';

/** Whoever came without a link that leads somewhere. */
export function FrontPage({ entry }: { readonly entry: Entry | null }) {
  return entry === null ? <Start /> : <BadLink over={entry.over} />;
}

import type { View } from '@tele-balint/shared/view/view';
import { closeBoth, closeMicrophone } from '../devices/chosen-devices.ts';
import { keepLetters } from '../state/letters.ts';
import { session } from '../state/store.ts';
import type { Envelopes } from '../connection/envelopes.ts';
import { closesWish, hasSteppedOut, type Source } from './rules.ts';
import { tellMedia } from './media-store.ts';
import { rememberSealed, wasSealed } from './said-sealed.ts';
import { refusedStay, sealedVisits } from './sealed-visits.ts';
import { isSealedOnly } from './sealed-only.ts';
import { type Visit, visit } from './visit.ts';

/** One identity in one space; while its sealing is being prepared there is no visit yet. */
type Stay = { readonly visit: () => Visit | null; readonly leave: () => void };

let now: (Stay & { readonly key: string }) | null = null;

type Given = {
  readonly sessionId: string;
  readonly token: string;
  /** The room secret, imported. */
  readonly secret: CryptoKey;
  /** `null` while this window has no line. */
  readonly envelopes: Envelopes | null;
};

const unsealed = (entry: Parameters<typeof visit>[0]): Stay => {
  const only = visit(entry);
  return { visit: () => only, leave: only.leave };
};

/** Where the server says that nothing is sealed. */
const openStay = (entry: Parameters<typeof visit>[0]): Stay => {
  if (wasSealed(entry.sessionId)) return refusedStay('withdrawn');
  return isSealedOnly() ? refusedStay('never-sealed') : unsealed(entry);
};

/** Follows the session: one visit per identity and space that the view names. Gives back how to stop. */
export const startMedia = ({ secret, envelopes, ...place }: Given): (() => void) => {
  const end = () => {
    now?.leave();
    now = null;
  };
  let before: View | null = null;
  const look = () => {
    const { view } = session.getState();
    const closes = closesWish(before, view);
    before = view;
    keepLetters(view);
    if (closes) closeMicrophone();
    if (hasSteppedOut(view)) closeBoth();
    const wanted = view?.kind === 'room' ? view.you.media : null;
    const sealed = view !== null && view.kind !== 'over' && view.sealed;
    if (sealed) rememberSealed(place.sessionId);
    const key = wanted === null ? null : `${wanted.identity} ${wanted.space} ${sealed}`;
    if (key === (now?.key ?? null)) return;
    end();
    if (wanted === null || key === null) return;
    const entry = { ...place, ...wanted };
    if (!sealed) now = { key, ...openStay(entry) };
    // A view comes over the line: it has envelopes.
    else if (envelopes !== null) now = { key, ...sealedVisits({ ...entry, secret, envelopes }) };
  };
  const stop = session.subscribe(look);
  look();
  return () => {
    stop();
    end();
  };
};

/** Shows a picture or plays a sound in an element. */
export const attach = (identity: string | null, source: Source, element: HTMLMediaElement): (() => void) =>
  now?.visit()?.attach(identity, source, element) ?? (() => undefined);

/** The loudspeaker of this window. */
export const setLoud = (loud: boolean): void => tellMedia({ loud });

/** Called from a click: browsers play nothing before one. */
export const startAudio = (): void => {
  tellMedia({ loud: true });
  void now?.visit()?.startAudio();
};

/** What the browser calls the own device that captures now. */
export const labelInUse = (source: Source): string | undefined => now?.visit()?.labelInUse(source);

/** "Check again", after somebody allowed or plugged in a device. */
export const checkDevices = (): void => now?.visit()?.checkAgain();

import type { View } from '@tele-balint/shared/view/view';
import { closeBoth, closeMicrophone } from '../devices/chosen-devices.ts';
import { session } from '../state/store.ts';
import { closesWish, hasSteppedOut, type Source } from './rules.ts';
import { tellMedia } from './media-store.ts';
import { type Visit, visit } from './visit.ts';

let now: { readonly key: string; readonly visit: Visit } | null = null;

/** Follows the session: one visit per identity and space that the view names. Gives back how to stop. */
export const startMedia = (sessionId: string, token: string): (() => void) => {
  const end = () => {
    now?.visit.leave();
    now = null;
  };
  let before: View | null = null;
  const look = () => {
    const { view } = session.getState();
    const closes = closesWish(before, view);
    before = view;
    if (closes) closeMicrophone();
    if (hasSteppedOut(view)) closeBoth();
    const wanted = view?.kind === 'room' ? view.you.media : null;
    const key = wanted === null ? null : `${wanted.identity} ${wanted.space}`;
    if (key === (now?.key ?? null)) return;
    end();
    if (wanted !== null && key !== null) {
      now = { key, visit: visit({ sessionId, token, identity: wanted.identity }) };
    }
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
  now?.visit.attach(identity, source, element) ?? (() => undefined);

/** The loudspeaker of this window. */
export const setLoud = (loud: boolean): void => tellMedia({ loud });

/** Called from a click: browsers play nothing before one. */
export const startAudio = (): void => {
  tellMedia({ loud: true });
  void now?.visit.startAudio();
};

/** What the browser calls the own device that captures now. */
export const labelInUse = (source: Source): string | undefined => now?.visit.labelInUse(source);

/** "Check again", after somebody allowed or plugged in a device. */
export const checkDevices = (): void => now?.visit.checkAgain();

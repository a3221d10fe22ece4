// What follows from a view, as values: what this line wishes to be, and what it may play.

import type { View } from '@tele-balint/shared/view/view';
import type { Devices } from '../devices/chosen-devices.ts';
import { areSeveral, youPresent, youSitBack } from '../state/places.ts';
import { chairWentBack } from '../state/steps.ts';

export type Source = 'microphone' | 'camera';

/** What the view and the person say about one own source. Whether the device can is found out by trying. */
export type Aim = { readonly wish: boolean; readonly may: boolean; readonly device: string | null };

export const aimOf = (view: View | null, chosen: Omit<Devices, 'pictureHidden'>, source: Source): Aim => ({
  wish: source === 'microphone' ? chosen.microphoneOn : chosen.cameraOn,
  may: view?.kind === 'room' && view.you.may[source],
  device: source === 'microphone' ? chosen.microphoneId : chosen.cameraId,
});

/** What to do about a track: `drop` ends the capture, `rest` only closes it by own choice, `swap` takes another device. */
export type Move = 'open' | 'rest' | 'drop' | 'swap' | 'keep';

/** A track that is there: whether it is live, and with which device it was begun. */
export type Track = 'none' | { readonly live: boolean; readonly device: string | null };

/** What LiveKit says of the right: `resuming` = granted when it was last heard of, and being asked again. */
export type Standing = 'granted' | 'resuming' | 'refused';

/**
 * A source is live iff wish ∧ may ∧ can.
 * @param standing what LiveKit itself has confirmed; the view's word alone never opens anything
 */
export const moveFor = (aim: Aim, standing: Standing, track: Track, faulty: boolean): Move => {
  const live = track !== 'none' && track.live;
  if (!aim.may || standing === 'refused') return track === 'none' ? 'keep' : 'drop';
  if (!aim.wish) return live ? 'rest' : 'keep';
  if (standing === 'resuming') return 'keep';
  if (track !== 'none' && track.device !== aim.device) return 'swap';
  return live || faulty ? 'keep' : 'open';
};

/** From moving back to the end of the case: whoever presents opens their microphone themselves. */
const inBack = (view: View | null): boolean => view?.kind === 'room' && chairWentBack(view);

/**
 * The presenter sitting back: coming back, the microphone stays closed until they open it themselves. Whoever
 * was away or loaded the page meanwhile sat back all the same.
 */
export const closesWish = (before: View | null, view: View | null): boolean => {
  if (view?.kind !== 'room') return false;
  // Where the presenter sits apart, their site's microphone is that of the others.
  if (view.course.apart && areSeveral(view)) return false;
  return youSitBack(view) || (youPresent(view) && inBack(view) && !inBack(before));
};

/** Everybody at this line has stepped out: what is closed then stays so until its owner opens it. */
export const hasSteppedOut = (view: View | null): boolean =>
  view?.kind === 'room' && view.you.seats.every(({ out }) => out);

/** Identity → what of it may be played and shown here. Everything else is neither fetched nor attached. */
export const playable = (view: View | null): ReadonlyMap<string, ReadonlySet<Source>> => {
  const allowed = new Map<string, ReadonlySet<Source>>();
  if (view?.kind !== 'room') return allowed;
  for (const { media } of view.places) {
    if (media.identity === null || media.identity === view.you.media?.identity) continue;
    const sources = new Set<Source>();
    if (media.microphone) sources.add('microphone');
    if (media.camera) sources.add('camera');
    allowed.set(media.identity, sources);
  }
  return allowed;
};

/** The pause before try `n` (from 0) of coming back to the media server, in ms: 0.3 s, doubling, at most 5 s. */
export const pauseBefore = (tries: number): number => Math.min(5_000, 300 * 2 ** Math.min(tries, 8));

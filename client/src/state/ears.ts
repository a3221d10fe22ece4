// Who can hear what is said here. Where all is sealed no list of the server's tells that, but who has signed for themselves.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import type { Hearer } from '../media/e2ee/sealing-model.ts';
import { isMine, placeOf } from './places.ts';

export type Ears = {
  /** Persons. */
  readonly count: number;
  readonly hear: readonly SeatId[];
  /** In the server's list, and nobody has shown the link under that name on that line: they open nothing. */
  readonly keyless: readonly SeatId[];
  /** Signed names that are of nobody in the server's list. */
  readonly strays: readonly string[];
};

type Listed = Pick<RoomView, 'sealed' | 'ears' | 'places' | 'presenter' | 'you'>;

/** Whose chair is kept is told to be at it, however they went: no number says that they have gone. */
const isKept = (view: Listed, { seat, media }: PlaceView): boolean =>
  view.presenter === seat && media.identity === null;

/** @param hearers pages that may open what this one sends, by their own signed word */
export const earsOf = (view: Listed, hearers: readonly Hearer[]): Ears => {
  const { ears } = view;
  if (!view.sealed) return { count: ears.length, hear: ears, keyless: [], strays: [] };
  const signed = hearers.flatMap(({ line, names }) => names.map((name) => ({ line, name })));
  const places = ears.flatMap((seat) => placeOf(view, seat) ?? []);
  const fits = (one: { readonly line: string; readonly name: string }, place: PlaceView): boolean =>
    one.line === place.line && one.name === place.name.normalize('NFC');
  const hears = (place: PlaceView): boolean =>
    isMine(view, place.seat) || isKept(view, place) || signed.some((one) => fits(one, place));
  const strays = signed.filter((one) => !places.some((place) => fits(one, place))).map(({ name }) => name);
  const hear = places.filter(hears).map(({ seat }) => seat);
  const keyless = places.filter((place) => !hears(place)).map(({ seat }) => seat);
  return { count: hear.length + strays.length, hear, keyless, strays };
};

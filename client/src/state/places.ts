// What several features read off a view.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { YourSeat } from '@tele-balint/shared/view/you';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import type { Key } from '../text/text.ts';
import { firstName } from './first-name.ts';

/** The place of a seat. */
export const placeOf = (view: RoomView, seat: SeatId | null): PlaceView | null =>
  view.places.find((place) => place.seat === seat) ?? null;

/** Your own seat; one person sits at a line of this page. */
export const mySeat = ({ you }: Pick<RoomView, 'you'>): YourSeat => you.seats[0];

/** Your own place. */
export const myPlace = (view: RoomView): PlaceView | null => placeOf(view, mySeat(view).seat);

/** Somebody's name, or nothing for somebody who is not there. */
export const nameOf = (view: RoomView, seat: SeatId | null): string => placeOf(view, seat)?.name ?? '';

/** Has a place, but their page has not come yet. */
export const isComing = ({ presence, media }: PlaceView): boolean =>
  presence === 'away' && media.identity === null;

/** Whether you are the presenter of the running case. */
export const youPresent = (view: RoomView): boolean =>
  view.presenter !== null && view.presenter === mySeat(view).seat;

/** Whether you are the presenter and sit back. */
export const youSitBack = (view: RoomView): boolean => mySeat(view).comeIn !== null;

/** Who presents, for a sentence: you, somebody with a name, or nobody any more: they have left or were removed. */
export const presenterIs = (view: RoomView): 'you' | 'named' | 'gone' => {
  if (youPresent(view)) return 'you';
  const place = placeOf(view, view.presenter);
  return place === null || place.presence === 'left' ? 'gone' : 'named';
};

/** In short sentences the first name is enough, as long as nobody else bears it. */
export const firstNameOf = (view: RoomView, seat: SeatId | null): string => {
  const name = nameOf(view, seat);
  const first = firstName(name);
  return view.places.filter((place) => firstName(place.name) === first).length > 1 ? name : first;
};

/** Why the presenter sitting back can come in by themselves: no leader is here, or the course leaves it to them. */
export const hintNow = ({ session }: RoomView): Key =>
  session.leaderless ? 'need.hintAlone' : 'need.hintNow';

/** Whether you lead, and no other leader is here: an acting backup is none. */
export const youLeadAlone = (view: RoomView): boolean => {
  const leads = ({ role }: PlaceView) => role === 'leader' || role === 'coLeader';
  const own = mySeat(view).seat;
  const others = view.places.filter((place) => place.seat !== own && place.presence === 'here');
  return mySeat(view).leads && !others.some(leads);
};

// What several features read off a view.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { YourSeat } from '@tele-balint/shared/view/you';
import type { SeatId } from '@tele-balint/shared/vocabulary';
import type { Key } from '../text/text.ts';
import { firstName } from './first-name.ts';

/** The place of a seat. */
export const placeOf = (view: Pick<RoomView, 'places'>, seat: SeatId | null): PlaceView | null =>
  view.places.find((place) => place.seat === seat) ?? null;

/** Your own seat; of several at one camera whoever leads, else the first. */
export const mySeat = ({ you: { seats } }: Pick<RoomView, 'you'>): YourSeat =>
  seats.find(({ leads }) => leads) ?? seats[0];

/** Whether this seat is yours, or that of somebody at your camera. */
export const isMine = ({ you }: Pick<RoomView, 'you'>, seat: SeatId | null): boolean =>
  you.seats.some((one) => one.seat === seat);

/** Whether you share your camera: what is somebody's is said for one of you by name. */
export const areSeveral = ({ you }: Pick<RoomView, 'you'>): boolean => you.seats.length > 1;

/** The seat of whoever of you sits back. */
export const myBackSeat = ({ you }: Pick<RoomView, 'you'>): YourSeat | null =>
  you.seats.find(({ comeIn }) => comeIn !== null) ?? null;

/** Your own place. */
export const myPlace = (view: RoomView): PlaceView | null => placeOf(view, mySeat(view).seat);

/** Somebody's name, or nothing for somebody who is not there. */
export const nameOf = (view: RoomView, seat: SeatId | null): string => placeOf(view, seat)?.name ?? '';

/** Has a place, but their page has not come yet. */
export const isComing = ({ presence, media }: PlaceView): boolean =>
  presence === 'away' && media.identity === null;

/** Whether you are the presenter of the running case. */
export const youPresent = (view: RoomView): boolean =>
  view.presenter !== null && isMine(view, view.presenter);

/** Whether you are the presenter and sit back, or share the microphone of one who does. */
export const youSitBack = (view: RoomView): boolean =>
  myBackSeat(view) !== null && !(view.course.apart && areSeveral(view));

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

/**
 * Whether you lead a session that has begun, and no other leader is here: an acting backup is none. Whoever looks in
 * before leaves nobody alone.
 */
export const youLeadAlone = (view: RoomView): boolean => {
  if (!view.session.begun) return false;
  const leads = ({ role }: PlaceView) => role === 'leader' || role === 'coLeader';
  const own = mySeat(view).seat;
  const others = view.places.filter((place) => place.seat !== own && place.presence === 'here');
  return mySeat(view).leads && !others.some(leads);
};

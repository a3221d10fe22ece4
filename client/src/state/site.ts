// Several people at one camera, as pages read them off a view.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { listed } from '../text/text.ts';
import { areSeveral, firstNameOf, placeOf } from './places.ts';

/** Everybody at the camera of this place who has not left, the place itself among them. */
export const atCameraOf = (
  { places }: Pick<RoomView, 'places'>,
  { line, site }: PlaceView,
): readonly PlaceView[] =>
  site === ''
    ? []
    : places.filter((one) => one.line === line && (one.presence === 'here' || one.presence === 'away'));

/** The first names of these, as one list. */
export const firstNames = (view: RoomView, some: readonly PlaceView[]): string =>
  listed(some.map(({ seat }) => firstNameOf(view, seat)));

/** The presenter of the running or the coming case beside others at one camera; `null` where they have a line of their own. */
export const presenterAtSite = (view: RoomView) => {
  const place = placeOf(view, view.presenter);
  const all = place === null ? [] : atCameraOf(view, place);
  if (place === null || all.length < 2 || !all.includes(place)) return null;
  const others = all.filter((one) => one !== place);
  return { place, others, all, site: place.site, name: firstNameOf(view, place.seat) };
};

/** Your own camera, where one of you presents or sits back: the words for it. */
export const mySite = (view: RoomView) => {
  const site = presenterAtSite(view);
  if (site === null || !areSeveral(view) || site.place.line !== view.you.line) return null;
  return { name: site.name, site: site.site, count: site.all.length };
};

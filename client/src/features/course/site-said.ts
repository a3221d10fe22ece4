// What is said of several people at one camera, once for all of them.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { LineId } from '@tele-balint/shared/vocabulary';
import { isComing, placeOf } from '../../state/places.ts';
import { presenterAtSite } from '../../state/site.ts';
import { listed } from '../../text/text.ts';
import { type Sentence, calm } from './sentence.ts';

const at = (view: RoomView, line: LineId): readonly PlaceView[] =>
  view.places.filter((place) => place.line === line && place.site !== '');

/** Whether everybody at a camera has come or gone together. */
const isSame = (was: RoomView, now: readonly PlaceView[]): boolean => {
  const [first, ...others] = now.map(({ seat }) => placeOf(was, seat)?.presence ?? null);
  return others.every((one) => one === first);
};

/** Whether what is new of this camera is one sentence for all who share it, or one of its own. */
export const isToldOfSite = (was: RoomView, is: RoomView, line: LineId): boolean => {
  const now = at(is, line);
  return now.length > 1 && now.every(({ presence }) => presence === now[0]?.presence) && isSame(was, now);
};

const together = (was: RoomView, now: readonly PlaceView[]): Sentence[] => {
  const [first] = now;
  if (first === undefined) return [];
  const { site, presence } = first;
  const before = placeOf(was, first.seat);
  const names = listed(now.map(({ name }) => name));
  if (before === null) return isComing(first) ? [] : [calm('said.siteCame', { site, names })];
  if (before.presence === presence) return [];
  if (presence === 'away') return [calm('said.siteAway', { site })];
  if (presence === 'here')
    return [
      isComing(before) || before.presence !== 'away'
        ? calm('said.siteCame', { site, names })
        : calm('said.siteBack', { site }),
    ];
  return now.map(({ name }) => calm('said.left', { name }));
};

/** Who has left a camera for a device of their own. */
const moved = (was: RoomView, is: RoomView): Sentence[] =>
  is.places
    .filter((place) => {
      const before = placeOf(was, place.seat);
      return before !== null && before.site !== '' && place.site === '' && before.line !== place.line;
    })
    .map(({ name }) => calm('said.ownDevice', { name }));

const apart = (was: RoomView, is: RoomView): Sentence[] => {
  if (was.course.apart === is.course.apart || was.presenter !== is.presenter) return [];
  const found = presenterAtSite(is);
  if (found === null) return [];
  const { name, site, place } = found;
  if (is.course.apart) return [calm('said.apart', { name, site })];
  return place.sits === 'back' ? [calm('said.notApart', { name, site })] : [];
};

/** The sentences of all cameras that several share, but for your own. */
export const siteSaid = (was: RoomView, is: RoomView): Sentence[] => {
  const lines = new Set(is.places.filter(({ site }) => site !== '').map(({ line }) => line));
  lines.delete(is.you.line);
  return [
    ...[...lines].flatMap((line) => (isToldOfSite(was, is, line) ? together(was, at(is, line)) : [])),
    ...moved(was, is),
    ...apart(was, is),
  ];
};

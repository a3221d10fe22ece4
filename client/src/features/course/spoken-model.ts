// What is said aloud, from the difference of two views. Voices, levels and the clock are never spoken.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import {
  areSeveral,
  firstNameOf,
  isComing,
  isMine,
  myBackSeat,
  mySeat,
  placeOf,
  youPresent,
  youSitBack,
} from '../../state/places.ts';
import { mySite } from '../../state/site.ts';
import { hasEnded } from '../../state/staying.ts';
import { timeOfDay } from '../../state/time-of-day.ts';
import { beginsCase, isChosen, isInCase } from '../../state/steps.ts';
import { askedSaid } from './asked-said.ts';
import { leadersSaid } from './leaders-said.ts';
import { ringsSaid } from './rings-said.ts';
import { phaseSentence, rightSentence } from './phase-sentence.ts';
import { isToldOfSite, siteSaid } from './site-said.ts';
import { type Sentence, calm, urgent } from './sentence.ts';

/** Whether the phase is to be said anew, and my right with it: after a move, or for another presenter. */
const begins = (was: RoomView, is: RoomView): boolean =>
  is.course.turn !== was.course.turn ||
  is.course.kind !== was.course.kind ||
  (beginsCase(is) && is.presenter !== was.presenter);

const courseSaid = (was: RoomView, is: RoomView, opened: boolean): Sentence[] => {
  if (begins(was, is)) {
    const closed = is.course.gently && is.course.turn !== was.course.turn;
    return [...(closed ? [calm('centre.gently')] : []), phaseSentence(is)];
  }
  if (youSitBack(is) && is.you.confirmed !== was.you.confirmed) {
    const mine = mySite(is);
    if (is.you.confirmed)
      return [mine === null ? urgent('said.nobodyHears') : urgent('said.siteNobodyHears', mine)];
    if (!opened) return [];
    return [mine === null ? urgent('said.backPending') : urgent('said.siteSitsBackPending', mine)];
  }
  if (is.course.paused !== was.course.paused)
    return [calm(is.course.paused ? 'centre.paused' : 'said.resumed')];
  const held = is.course.clock?.held ?? null;
  const heldBefore = was.course.clock?.held ?? null;
  if (held !== null && heldBefore === null) return [calm('said.held')];
  if (held === null && heldBefore !== null) return [calm('said.resumed')];
  return [];
};

/** Whoever is chosen to present is told, and so is whoever is it no more because somebody else is. */
const chosenSaid = (was: RoomView | null, is: RoomView): Sentence[] => {
  const before = was !== null && youPresent(was);
  if (youPresent(is) && areSeveral(is)) {
    const same = was !== null && was.presenter === is.presenter;
    return same ? [] : [urgent('said.siteChosen', { name: firstNameOf(is, is.presenter) })];
  }
  if (youPresent(is)) return before ? [] : [urgent('said.chosen')];
  return before && is.presenter !== null ? [urgent('said.notChosen')] : [];
};

/** Your own place, and those of whoever shares your camera. */
const ownPlaces = (view: RoomView): readonly PlaceView[] =>
  view.places.filter(({ seat }) => isMine(view, seat));

/** A right that was given or taken within the step; a given floor has a sentence of its own. */
const rightSaid = (was: RoomView, is: RoomView): Sentence[] => {
  const same = was.you.may.microphone === is.you.may.microphone;
  if (same || begins(was, is) || youSitBack(is) || ownPlaces(is).some(({ floor }) => floor)) return [];
  if (is.you.may.microphone && was.you.why === 'closed') return [calm('said.lineFreed')];
  return [rightSentence(is)];
};

/** Whether the evening has just ended: where the others are now, and what was announced, is said by that. */
const endsNow = (was: RoomView, is: RoomView): boolean => hasEnded(is) && !hasEnded(was);

const presenceSaid = (was: PlaceView, is: PlaceView, calmly: boolean): Sentence[] => {
  const values = { name: is.name, role: is.role };
  if (was.presence === is.presence)
    return was.out === is.out ? [] : [calm(is.out ? 'said.steppedOut' : 'said.isBack', values)];
  // Whichever way the presenter of a running case went, only leaders hear how.
  if (is.presence === 'away')
    return [calm(calmly && is.presenter ? 'said.chairKept' : 'said.reconnecting', values)];
  if (is.presence === 'here') {
    return [calm(was.presence === 'away' && !isComing(was) ? 'said.isBack' : 'said.cameIn', values)];
  }
  return [calm('said.left', values)];
};

const peopleSaid = (was: RoomView, is: RoomView): Sentence[] =>
  endsNow(was, is) ? [] : peopleChanged(was, is);

const peopleChanged = (was: RoomView, is: RoomView): Sentence[] => [
  ...is.places
    .filter(({ seat, line }) => !isMine(is, seat) && !isToldOfSite(was, is, line))
    .flatMap((place) => {
      const before = placeOf(was, place.seat);
      if (before !== null) return presenceSaid(before, place, is.leader === null && isInCase(is));
      if (isComing(place)) return [];
      const { name, role, site } = place;
      return [site === '' ? calm('said.cameIn', { name, role }) : calm('said.siteJoined', { name, site })];
    }),
  ...siteSaid(was, is),
  // Whoever was removed stands in no view any more.
  ...was.places
    .filter(({ seat, presence }) => placeOf(is, seat) === null && presence !== 'left')
    .map(({ name }) => calm('said.left', { name })),
];

const floorSaid = (was: RoomView, is: RoomView): Sentence[] =>
  is.places.flatMap((place) => {
    const before = placeOf(was, place.seat);
    if (before === null || before.floor === place.floor) return [];
    const mine = isMine(is, place.seat);
    const own = urgent('said.siteFloor', { name: firstNameOf(is, place.seat) });
    if (place.floor && mine && areSeveral(is)) return [own];
    if (place.floor) return [mine ? urgent('said.yourFloor') : calm('said.floor', { name: place.name })];
    // A step's end takes every floor, and so does leaving: both are said already.
    if (begins(was, is) || place.presence === 'left') return [];
    return [calm('said.floorBack', { you: mine && !areSeveral(is) ? 'yes' : 'no', name: place.name })];
  });

const handSaid = (was: RoomView, is: RoomView): Sentence[] =>
  ownPlaces(is).flatMap(({ seat, hand: now }) => {
    const before = placeOf(was, seat)?.hand ?? null;
    if (before === now) return [];
    const name = firstNameOf(is, seat);
    if (areSeveral(is)) return [calm(now === null ? 'said.siteHandDown' : 'said.siteHandUp', { name })];
    return [now === null ? calm('said.handDown') : calm('said.handUp', { order: now })];
  });

const houseSaid = (was: RoomView, is: RoomView): Sentence[] => {
  if (endsNow(was, is)) return [];
  const said: Sentence[] = [];
  const { begun, until, leaving } = is.session;
  if (begun && !was.session.begun) said.push(calm('said.begun'));
  else if (until !== null && until !== was.session.until && was.session.until !== null)
    said.push(calm(leaving ? 'said.more' : 'said.endMoved', { time: timeOfDay(until) }));
  if (is.door !== was.door) said.push(calm(is.door === 'open' ? 'said.doorOpen' : 'said.doorClosed'));
  if (is.session.endsAt !== null && was.session.endsAt === null) said.push(urgent('said.ending'));
  if (is.session.endsAt === null && was.session.endsAt !== null) said.push(calm('said.kept'));
  const [asked, before] = [myBackSeat(is)?.comeIn, myBackSeat(was)?.comeIn];
  if (asked === 'asked' && before === 'none') said.push(calm('said.told'));
  if (asked === 'seen' && before === 'asked') said.push(calm('said.seen'));
  const [help, helpBefore] = [mySeat(is).help, mySeat(was).help];
  if (help === 'asked' && helpBefore === 'none') said.push(calm('help.told'));
  if (help === 'seen' && helpBefore === 'asked') said.push(calm('help.seen'));
  return said;
};

const DIFFERENCES = [
  chosenSaid,
  courseSaid,
  floorSaid,
  rightSaid,
  handSaid,
  houseSaid,
  ringsSaid,
  askedSaid,
  leadersSaid,
  peopleSaid,
];

/**
 * The sentences between two views; the first view of all says the phase, and to leaders what calls for them.
 * @param opened whether this page has opened its microphone: a page just loaded has none that could still be heard
 */
export const saidBetween = (was: RoomView | null, is: RoomView, opened = true): readonly Sentence[] =>
  was === null
    ? [
        ...(isChosen(is) ? chosenSaid(null, is) : []),
        phaseSentence(is),
        ...askedSaid(null, is),
        ...leadersSaid(null, is),
      ]
    : DIFFERENCES.flatMap((difference) => difference(was, is, opened));

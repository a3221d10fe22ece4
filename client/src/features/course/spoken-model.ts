// What is said aloud, from the difference of two views. Voices, levels and the clock are never spoken.

import type { PlaceView, RoomView } from '@tele-balint/shared/view';
import { firstName, nameOf, placeOf, youPresent, youSitBack } from '../../session/places.ts';
import { type Key, t, type Values } from '../../text/text.ts';

/** An urgent sentence interrupts. */
export type Sentence = { readonly text: string; readonly urgent: boolean };

const calm = (key: Key, values?: Values): Sentence => ({ text: t(key, values).trim(), urgent: false });
const urgent = (key: Key, values?: Values): Sentence => ({ text: t(key, values).trim(), urgent: true });

const mayOf = ({ you }: RoomView): string => {
  if (you.may.microphone) return 'yes';
  return you.why === 'floor' ? 'floor' : 'no';
};

/** Phase and my right in it. */
export const phaseSentence = (view: RoomView): Sentence => {
  if (youSitBack(view)) return urgent(view.you.confirmed ? 'said.back' : 'said.backPending');
  if (view.course.kind === 'return' && youPresent(view)) return urgent('said.returned');
  return calm(`said.${view.course.kind}`, {
    name: nameOf(view, view.presenter),
    you: youPresent(view) ? 'yes' : 'no',
    may: mayOf(view),
  });
};

/** The same after a break in the line. */
export const backInCircle = (view: RoomView): Sentence =>
  urgent('said.backInCircle', { phase: t(`phase.${view.course.kind}`), may: mayOf(view) });

const courseSaid = (was: RoomView, is: RoomView): Sentence[] => {
  if (is.course.turn !== was.course.turn || is.course.kind !== was.course.kind) return [phaseSentence(is)];
  if (youSitBack(is) && is.you.confirmed && !was.you.confirmed) return [urgent('said.nobodyHears')];
  const held = is.course.clock?.held ?? null;
  const heldBefore = was.course.clock?.held ?? null;
  if (held !== null && heldBefore === null) return [calm('said.held')];
  if (held === null && heldBefore !== null) return [calm('said.resumed')];
  return [];
};

const presenceSaid = (was: PlaceView, is: PlaceView): Sentence[] => {
  if (was.presence === is.presence) return [];
  const values = { name: is.name, role: is.role };
  if (is.presence === 'away') return [calm('said.reconnecting', values)];
  if (is.presence === 'here') return [calm(was.presence === 'away' ? 'said.isBack' : 'said.cameIn', values)];
  return [calm('said.left', values)];
};

const peopleSaid = (was: RoomView, is: RoomView): Sentence[] =>
  is.places
    .filter(({ seat }) => seat !== is.you.seat)
    .flatMap((place) => {
      const before = placeOf(was, place.seat);
      return before === null
        ? [calm('said.cameIn', { name: place.name, role: place.role })]
        : presenceSaid(before, place);
    });

const floorSaid = (was: RoomView, is: RoomView): Sentence[] =>
  is.places.flatMap((place) => {
    const before = placeOf(was, place.seat);
    if (before === null || before.floor === place.floor || !place.floor) return [];
    return place.seat === is.you.seat
      ? [urgent('said.yourFloor')]
      : [calm('said.floor', { name: place.name })];
  });

const handSaid = (was: RoomView, is: RoomView): Sentence[] => {
  const before = placeOf(was, was.you.seat)?.hand ?? null;
  const now = placeOf(is, is.you.seat)?.hand ?? null;
  if (before === now) return [];
  return [now === null ? calm('said.handDown') : calm('said.handUp', { order: now })];
};

const houseSaid = (was: RoomView, is: RoomView): Sentence[] => {
  const said: Sentence[] = [];
  if (is.door !== was.door) said.push(calm(is.door === 'open' ? 'said.doorOpen' : 'said.doorClosed'));
  if (is.session.endsAt !== null && was.session.endsAt === null) said.push(urgent('said.ending'));
  if (is.session.endsAt === null && was.session.endsAt !== null) said.push(calm('said.kept'));
  if (is.you.comeIn === 'asked' && was.you.comeIn === 'none') said.push(calm('said.told'));
  if (is.you.comeIn === 'seen' && was.you.comeIn === 'asked') said.push(calm('said.seen'));
  return said;
};

const mayBeHeard = (view: RoomView): boolean =>
  view.leader?.unenforced.some(({ seat, mayBeHeard }) => mayBeHeard && seat === view.presenter) ?? false;

const leadersSaid = (was: RoomView, is: RoomView): Sentence[] => {
  if (is.leader === null) return [];
  const said: Sentence[] = [];
  const presenter = nameOf(is, is.presenter);
  if (is.leader.ask !== null && was.leader?.ask?.seat !== is.leader.ask.seat) {
    said.push(urgent('said.asksIn', { name: nameOf(is, is.leader.ask.seat) }));
  }
  if (mayBeHeard(is) && !mayBeHeard(was))
    said.push(urgent('said.unconfirmed', { name: firstName(presenter) }));
  if (!mayBeHeard(is) && mayBeHeard(was) && is.presenter === was.presenter) {
    said.push(calm('said.confirmed', { name: firstName(presenter) }));
  }
  const before = new Set(was.leader?.waiting.map(({ line }) => line));
  for (const { line, name } of is.leader.waiting)
    if (!before.has(line)) said.push(calm('said.waits', { name }));
  return said;
};

const DIFFERENCES = [courseSaid, floorSaid, handSaid, houseSaid, leadersSaid, peopleSaid];

/** The sentences between two views; the first view of all says the phase. */
export const saidBetween = (was: RoomView | null, is: RoomView): readonly Sentence[] =>
  was === null ? [phaseSentence(is)] : DIFFERENCES.flatMap((difference) => difference(was, is));

// What leaders hear besides: what calls for them, whether it has come just now or stood there when they came.

import type { RoomView } from '@tele-balint/shared/view/view';
import { firstNameOf, mySeat, nameOf, placeOf } from '../../state/places.ts';
import { unconfirmedOf } from '../../state/unconfirmed.ts';
import { nameOfPhase } from '../../state/steps.ts';
import { MINUTE } from '@tele-balint/shared/vocabulary';
import { t } from '../../text/text.ts';
import { type Sentence, calm, urgent } from './sentence.ts';

const sitsBack = (view: RoomView): boolean => placeOf(view, view.presenter)?.sits === 'back';

const mayBeHeard = (view: RoomView): boolean =>
  view.leader?.unenforced.some(({ seat, mayBeHeard }) => mayBeHeard && seat === view.presenter) ?? false;

const unconfirmedSaid = (was: RoomView | null, is: RoomView): Sentence[] => {
  const before = new Map(was?.leader?.unenforced.map(({ seat, mayBeHeard }) => [seat, mayBeHeard]));
  return (is.leader?.unenforced ?? [])
    .filter(({ seat, mayBeHeard }) => !before.has(seat) || (mayBeHeard && before.get(seat) === false))
    .map((one) => ({
      text: t(unconfirmedOf(one), { name: firstNameOf(is, one.seat) }),
      urgent: one.mayBeHeard,
    }));
};

/** Silence is promised only for somebody who still has to be silent. */
const confirmedSaid = (was: RoomView | null, is: RoomView): Sentence[] =>
  was !== null && mayBeHeard(was) && !mayBeHeard(is) && is.presenter === was.presenter && sitsBack(is)
    ? [calm('said.confirmed', { name: firstNameOf(is, is.presenter) })]
    : [];

/** Who moved, as long as it can be undone; and that it was. */
const undoSaid = (was: RoomView | null, is: RoomView): Sentence[] => {
  const undo = is.leader?.undo ?? null;
  const turned = was !== null && was.course.turn !== is.course.turn;
  if (undo === null)
    return turned && was.leader?.undo ? [calm('said.undone', { phase: nameOfPhase(is) })] : [];
  if (!turned) return [];
  const you = undo.by === mySeat(is).seat ? 'yes' : 'no';
  return [calm('said.moved', { you, name: firstNameOf(is, undo.by), phase: nameOfPhase(is) })];
};

/** That the other leader has changed the course. */
const courseSaid = (was: RoomView | null, is: RoomView): Sentence[] => {
  const edited = is.leader?.plan.edited ?? null;
  const another = was !== null && was.leader !== null && was.leader.plan.edition !== is.leader?.plan.edition;
  return edited !== null && another && edited.by !== mySeat(is).seat
    ? [calm('said.courseChanged', { name: nameOf(is, edited.by) })]
    : [];
};

/** What becomes of the case and its presenter, to leaders alone. */
const caseSaid = (was: RoomView | null, is: RoomView): Sentence[] => {
  const { missed = null, offers = [] } = is.leader ?? {};
  const before = was?.leader ?? null;
  return [
    ...(is.course.paused && was?.course.paused !== true
      ? [urgent('said.stopped', { name: nameOf(is, is.presenter) || t('leader.thePresenter') })]
      : []),
    ...(missed !== null && (before?.missed ?? null) === null
      ? [calm('leader.missed', { name: nameOf(is, missed.seat), minutes: Math.floor(missed.ms / MINUTE) })]
      : []),
    ...offers
      .filter((seat) => before?.offers.includes(seat) !== true)
      .map((seat) => calm('said.offers', { name: nameOf(is, seat) })),
  ];
};

/** What calls for a leader in this view and did not in the one before; `null` before the first. */
export const leadersSaid = (was: RoomView | null, is: RoomView): Sentence[] => {
  if (is.leader === null) return [];
  const before = was?.leader ?? null;
  const { ask, disguised, helps, waiting } = is.leader;
  const known = new Set(before?.waiting.map(({ line }) => line));
  return [
    ...(ask !== null && before?.ask?.seat !== ask.seat
      ? [urgent('said.asksIn', { name: nameOf(is, ask.seat) })]
      : []),
    ...helps
      .filter(({ seat }) => before?.helps.some((one) => one.seat === seat) !== true)
      .map(({ seat }) => calm('said.help', { name: nameOf(is, seat) })),
    ...undoSaid(was, is),
    ...courseSaid(was, is),
    ...caseSaid(was, is),
    ...unconfirmedSaid(was, is),
    ...confirmedSaid(was, is),
    ...disguised
      .filter((seat) => before?.disguised.includes(seat) !== true)
      .map((seat) => calm('leader.disguised', { name: nameOf(is, seat) })),
    ...waiting
      .filter(({ line }) => !known.has(line))
      .flatMap(({ people }) => people.map(({ name }) => calm('said.waits', { name }))),
  ];
};

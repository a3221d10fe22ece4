// What leaders see beside the circle, worked out from the view alone.

import type { PersonalCommandName } from '@tele-balint/shared/decisions/commands';
import type { LeaderView, WaitingView } from '@tele-balint/shared/view/leader';
import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { StepView } from '@tele-balint/shared/view/course';
import { VOICED_PARTS, type SeatId, type VoicedPart } from '@tele-balint/shared/vocabulary';
import { isMine, mySeat, placeOf } from '../../state/places.ts';
import { firstName } from '../../state/first-name.ts';
import { atCameraOf } from '../../state/site.ts';
import { runningStep } from '../../state/steps.ts';
import { listed } from '../../text/text.ts';

export const may = (view: RoomView, command: PersonalCommandName): boolean =>
  mySeat(view).can.includes(command);

/** Whether a move of the course has its button: it stays, at rest, in the moment after a move. */
export const mayMove = (view: RoomView, command: 'next' | 'back'): boolean =>
  may(view, command) || view.leader?.rests === true;

/** Whether the end can be announced; once it is, a notice takes it back. */
export const mayEnd = (view: RoomView): boolean => view.session.endsAt === null && may(view, 'endSession');

/** What the end may leave time for; `null` before the session has begun, and where the course has neither. */
export const stayAfter = ({
  session: { begunAt, stay },
}: LeaderView): LeaderView['session']['stay'] | null =>
  begunAt !== null && (stay.minutes !== null || stay.debrief) ? stay : null;

const leadsByRole = (place: PlaceView) => place.role === 'leader' || place.role === 'coLeader';
const stays = (place: PlaceView) => place.presence === 'here' || place.presence === 'away';

/** The other leaders, who see the same. */
export const otherLeaders = (view: RoomView): readonly PlaceView[] =>
  view.places.filter((place) => leadsByRole(place) && stays(place) && !isMine(view, place.seat));

/** Members: who can present. */
export const membersOf = (view: RoomView): readonly PlaceView[] =>
  view.places.filter((place) => place.role === 'member' && stays(place));

/** Who can lead on when the leaders' lines are gone: members of the inner ring with a camera that is nobody else's. */
export const mayStandIn = (view: RoomView): readonly PlaceView[] =>
  membersOf(view).filter(
    ({ sits, line }) =>
      sits !== 'row' &&
      view.places.filter((one) => one.line === line && one.presence !== 'removed').length === 1,
  );

/** Whom leadership can be handed on to: such members who are here and do not present. */
export const mayBeHanded = (view: RoomView): readonly PlaceView[] =>
  mayStandIn(view).filter(({ presence, presenter }) => presence === 'here' && !presenter);

/** Who has agreed to lead on, and is here. */
export const agreedBackup = (view: RoomView): SeatId | null => {
  const backup = view.leader?.backup ?? null;
  const is = backup?.agreed === true ? placeOf(view, backup.seat)?.presence : null;
  return is === 'here' && backup !== null ? backup.seat : null;
};

/** More people here than speak easily online. */
export const isLarge = ({ places }: RoomView): boolean =>
  places.filter(({ presence, sits }) => presence === 'here' && sits !== 'row').length > 10;

/**
 * What a leader may do to somebody's line.
 * @param open whether its microphone is open, as far as this page knows
 */
export const lineVoiceOf = (view: RoomView, leader: LeaderView, place: PlaceView, open: boolean | null) => {
  const free = leader.closed.includes(place.seat);
  const speaks = stays(place) && place.media.microphone && place.seat !== mySeat(view).seat;
  return {
    close: may(view, 'closeLine') && speaks && !place.leads,
    free: may(view, 'freeLine') && free,
    ask: may(view, 'askToOpen') && speaks && place.presence === 'here' && open === false,
  };
};

/** The places of those who came by a leader's link, whatever they do now. */
const ofLeaders = ({ leader }: RoomView): readonly (SeatId | null)[] =>
  (leader?.invitations ?? []).filter(({ kind }) => kind === 'leader').map(({ seat }) => seat);

/** Everybody but oneself, with what a leader may do for each; who has left only where their place can be freed. */
export const peopleOf = (view: RoomView) =>
  view.places
    .map((place) => ({
      place,
      left: !stays(place),
      removable: may(view, 'remove') && !leadsByRole(place) && !ofLeaders(view).includes(place.seat),
      floor: may(view, 'giveFloor') && stays(place) && canGetFloor(view, place),
    }))
    .filter(({ place, left, removable }) => !isMine(view, place.seat) && (removable || !left));

const canGetFloor = (view: RoomView, place: PlaceView): boolean =>
  place.sits !== 'row' &&
  !leadsByRole(place) &&
  !place.presenter &&
  !place.floor &&
  view.leader?.voices.member === 'floor';

/** Hands in their order; the floor is offered only where the step gives it. */
export const handsOf = (view: RoomView, leader: LeaderView) =>
  leader.hands.flatMap((seat) => {
    const place = placeOf(view, seat);
    return place ? [{ place, floor: may(view, 'giveFloor') && canGetFloor(view, place) }] : [];
  });
export const withFloor = (view: RoomView): readonly PlaceView[] => view.places.filter((place) => place.floor);

export type StepRow = {
  readonly step: StepView;
  readonly state: 'done' | 'now' | 'ahead';
};
export const stepRows = ({ course }: RoomView): readonly StepRow[] =>
  course.steps.map((step, index) => ({
    step,
    state: index < course.index ? 'done' : index === course.index ? 'now' : 'ahead',
  }));

/** The step that "Next" leads to, and whether somebody must be chosen first. */
export const nextStep = (view: RoomView): { readonly step: StepView; readonly choose: boolean } | null => {
  const step = view.course.steps[view.course.index + 1];
  if (!step) return null;
  // Within a case leaders go on, also when its presenter was removed.
  const begins = step.case !== null && step.case !== runningStep(view)?.case;
  return { step, choose: begins && view.presenter === null };
};

/** Whether somebody must be chosen to present before it can begin, or go on to the next step. */
export const mustChoose = (view: RoomView): boolean => {
  const needed = runningStep(view)?.row.needsPresenter === true && !view.session.begun;
  return needed ? view.presenter === null : nextStep(view)?.choose === true;
};

export type Voices = {
  readonly part: VoicedPart;
  readonly voice: 'open' | 'floor' | 'none';
};
/** The voices that leaders may open or close in the running step; the outer ring only if somebody sits there. */
export const voiceRows = (view: RoomView, leader: LeaderView): readonly Voices[] =>
  VOICED_PARTS.filter((part) => (runningStep(view)?.row.voice[part] ?? null) !== null)
    // No school closes the members' microphones while they talk about the case.
    .filter(
      (part) => part !== 'member' || view.course.kind !== 'discussion' || leader.voices.member !== 'open',
    )
    .filter((part) => part === 'member' || view.places.some(({ sits }) => sits === 'row'))
    .map((part) => ({ part, voice: leader.voices[part] }));

const isNamed = (name: string) => (other: { readonly name: string }) =>
  other.name.toLocaleLowerCase() === name.toLocaleLowerCase();

/** Places that somebody waiting may have had before with another device, as far as the name says so. */
export const comesBackAs = (view: RoomView, { people, mayBe }: WaitingView): readonly PlaceView[] =>
  view.places.filter(
    (place) =>
      mayBe.includes(place.seat) &&
      (people.some(isNamed(place.name)) ||
        (place.site !== '' &&
          people.some(({ name }) => isNamed(firstName(place.name))({ name: firstName(name) })))),
  );

/** Whether that leads away from a camera that others keep. */
export const isFromSite = (view: RoomView, { people }: WaitingView, place: PlaceView): boolean =>
  people.length === 1 && atCameraOf(view, place).length > 1;

/** Everybody who sits at a line that waits. */
export const namesOf = ({ people }: WaitingView): string => listed(people.map(({ name }) => name));

/**
 * Who can be let in together, of one person's browsers one: not whoever asks for another's place or under a leader's
 * name, of whom one decides by name.
 */
export const letInTogether = (waiting: readonly WaitingView[]): readonly WaitingView[] => {
  const plain = waiting.filter(
    ({ people, forSeat, givesWay }) =>
      forSeat === null && !givesWay && !people.some(({ notLeader }) => notLeader),
  );
  return plain.length > 1 ? plain : [];
};

/** Whether that is everybody who waits. */
export const areAllLetIn = (waiting: readonly WaitingView[]): boolean => {
  const together = letInTogether(waiting);
  return together.length > 0 && waiting.every((one) => one.givesWay || together.includes(one));
};

/** What calls for a leader, as one number on the handle of a closed drawer. */
export const callsOf = (leader: LeaderView): number =>
  leader.waiting.length +
  leader.beside.length +
  leader.hands.length +
  leader.unenforced.length +
  leader.helps.filter(({ seen }) => !seen).length +
  (leader.ask && !leader.ask.seen ? 1 : 0);

// What each seat of the circle shows and says. Pure: a view and what is, in; words and marks, out.

import type { PlaceView, RoomView } from '@tele-balint/shared/view';
import type { MediaSnapshot } from '../../media/snapshot.ts';
import type { Devices } from '../../session/devices.ts';
import { firstName, youSitBack } from '../../session/places.ts';
import { t } from '../../text/text.ts';
import type { IconName } from '../../ui/Icon.tsx';

export type SeatCard = {
  readonly icon: IconName;
  readonly text: string;
  /** For leaders: since when the presenter sitting back is gone, and a word on the clock. */
  readonly gone?: { readonly since: number; readonly held: string | null };
};
export type SeatTag = { readonly icon: IconName; readonly text: string; readonly pine: boolean };
export type SeatModel = {
  readonly seat: string;
  readonly first: string;
  /** The rest of the name; small seats leave it out. */
  readonly last: string;
  readonly role: string | null;
  readonly spoken: string;
  readonly sits: PlaceView['sits'];
  readonly presenter: boolean;
  /** Words of the place that is kept in the circle while the chair stands back. */
  readonly kept: string;
  readonly edge: string | null;
  readonly tag: SeatTag | null;
  readonly card: SeatCard | null;
  readonly gone: boolean;
  readonly voice: boolean;
  readonly micClosed: boolean;
  /** Whose picture: `null` identity is your own. */
  readonly picture: { readonly identity: string | null; readonly track: string } | null;
};

type Is = {
  readonly media: MediaSnapshot;
  readonly chosen: Pick<Devices, 'pictureHidden' | 'cameraOn' | 'microphoneOn'>;
};

const split = (place: PlaceView, all: readonly PlaceView[]): { first: string; last: string } => {
  const first = firstName(place.name);
  const rest = place.name.trim().slice(first.length);
  const alike = all.some((other) => other.seat !== place.seat && firstName(other.name) === first);
  // One more letter tells two people of the same first name apart on a small seat.
  return alike ? { first: first + rest.slice(0, 2), last: rest.slice(2) } : { first, last: rest };
};

const roleOf = (place: PlaceView): string | null => {
  if (place.sits === 'back') return t('seat.role.back');
  if (place.presenter) return t('seat.role.presenter');
  return place.role === 'member' ? null : t(`seat.role.${place.role}`);
};

const tagOf = (place: PlaceView, weak: boolean): SeatTag | null => {
  if (place.floor) return { icon: 'mic', text: t('seat.floor'), pine: true };
  if (place.hand !== null) return { icon: 'hand', text: t('seat.hand', { order: place.hand }), pine: false };
  if (weak) return { icon: 'line', text: t('seat.weak'), pine: false };
  return place.sits === 'row' ? { icon: 'ear', text: t('seat.listening'), pine: false } : null;
};

/** What is of one line, seen from here. */
const lineOf = (place: PlaceView, you: boolean, { media, chosen }: Is) => {
  const identity = place.media.identity;
  const remote = identity === null ? undefined : media.lines[identity];
  // Closed is not what is still joining, nor what the rules keep closed; of yourself only what you chose.
  const settled = you ? media.link === 'up' : remote?.settled === true;
  const micOn = you ? chosen.microphoneOn : remote?.micOpen === true;
  const camOn = you ? chosen.cameraOn : remote?.camOn === true;
  return {
    coming: !settled && !camOn,
    camOff: settled && place.media.camera && !camOn,
    track: you ? media.own.video : (remote?.video ?? null),
    voice: you ? media.own.speaking : remote?.speaking === true,
    weak: remote?.quality === 'weak',
    // A microphone that the rules rest is not "closed": it has no sign at all.
    micClosed: settled && place.media.microphone && !micOn,
  };
};

const chairOf = (place: PlaceView, first: string, view: RoomView): SeatCard => {
  const card = { icon: 'chair', text: t('seat.chair', { name: first }) } as const;
  const since = view.leader?.away.find(({ seat }) => seat === place.seat)?.since;
  if (since === undefined) return card;
  const { clock, kind } = view.course;
  const held = clock === null || clock.held === null ? null : t('seat.held', { phase: t(`phase.${kind}`) });
  return { ...card, gone: { since, held } };
};

const absence = (place: PlaceView, first: string, view: RoomView): SeatCard | null => {
  if (place.presence === 'left' || place.presence === 'removed')
    return { icon: 'chair', text: t('seat.left') };
  if (place.presence === 'here') return null;
  return place.sits === 'back'
    ? chairOf(place, first, view)
    : { icon: 'again', text: t('seat.reconnecting') };
};

// Of others it is not known whether they chose it: their device may be blocked, missing or busy.
const darkOf = ({ coming, camOff }: ReturnType<typeof lineOf>, you: boolean): SeatCard => {
  if (camOff) return { icon: 'cam-off', text: t(you ? 'seat.ownCameraOff' : 'seat.cameraOff') };
  return { icon: 'chair', text: t(coming ? 'seat.coming' : 'seat.noPicture') };
};

const modelOf = (place: PlaceView, view: RoomView, is: Is): SeatModel => {
  const you = place.seat === view.you.seat;
  const { first, last } = split(place, view.places);
  const line = lineOf(place, you, is);
  const away = absence(place, first, view);
  const hidden: SeatCard | null =
    you && is.chosen.pictureHidden ? { icon: 'self-off', text: t('seat.hidden') } : null;
  const card = away ?? (line.track ? hidden : darkOf(line, you));
  const tag = away === null ? tagOf(place, line.weak) : null;
  const role = roleOf(place);
  const here = away === null;
  const edge = place.sits === 'back' ? t('seat.back') : place.presenter ? t('seat.presenter') : null;
  const parts = [
    you ? t('seat.spokenYou', { name: place.name }) : place.name,
    role,
    here && line.voice ? t('seat.speaking') : null,
    here && line.micClosed ? t(you ? 'seat.ownMicClosed' : 'seat.micClosed') : null,
    tag?.text,
    card?.text,
  ];
  return {
    seat: place.seat,
    first: you ? t('seat.you') : first,
    last: you ? '' : last,
    role,
    spoken: parts.filter(Boolean).join(', '),
    sits: place.sits,
    presenter: place.presenter,
    kept: t('seat.kept', { you: you ? 'yes' : 'no', name: first }),
    edge,
    tag,
    card,
    gone: place.presence === 'left' || place.presence === 'removed',
    voice: here && line.voice,
    micClosed: here && line.micClosed,
    picture:
      card === null && line.track !== null
        ? { identity: you ? null : place.media.identity, track: line.track }
        : null,
  };
};

/** Every seat, in the lasting order of the ring; the outer circle comes last. */
export const seatsOf = (view: RoomView, is: Is): readonly SeatModel[] => {
  const seats = view.places.map((place) => modelOf(place, view, is));
  return [...seats.filter(({ sits }) => sits !== 'row'), ...seats.filter(({ sits }) => sits === 'row')];
};

/** The spoken name of the circle. */
export const circleLabel = (view: RoomView): string => {
  const inside = view.places.filter(({ sits, presence }) => sits === 'circle' && presence === 'here').length;
  return view.places.some(({ sits }) => sits === 'back')
    ? t('circle.labelBack', { people: inside, you: youSitBack(view) ? 'yes' : 'no' })
    : t('circle.label', { people: inside });
};

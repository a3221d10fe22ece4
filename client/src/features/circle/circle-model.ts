// What each seat of the circle shows and says. Pure: a view and what is, in; words and marks, out.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import type { MediaSnapshot, OwnLine, RemoteLine } from '../../media/snapshot.ts';
import type { Devices } from '../../devices/chosen-devices.ts';
import { type NameParts, partsOf } from '../../state/first-name.ts';
import { isComing, isMine, youSitBack } from '../../state/places.ts';
import { isInCase, nameOfPhase } from '../../state/steps.ts';
import { t } from '../../text/text.ts';
import type { IconName } from '../../ui/Icon.tsx';

export type SeatCard = {
  readonly icon: IconName;
  readonly text: string;
  /** For leaders: since when the presenter sitting back is gone, and a word on the clock. */
  readonly gone?: { readonly since: number; readonly held: string | null };
};
export type SeatTag = {
  readonly icon: IconName;
  readonly text: string;
  /** In one word, for small tiles. */
  readonly short: string;
  readonly pine: boolean;
};
export type SeatModel = {
  readonly seat: string;
  /** Before and after the first name; small seats leave both out. */
  readonly titles: string;
  readonly first: string;
  readonly last: string;
  readonly role: string | null;
  /** Of several at one camera: their names, and whose place is kept while they sit back. */
  readonly site: { readonly names: string; readonly kept: string | null } | null;
  /** What a member works as. */
  readonly job: string | null;
  readonly spoken: string;
  readonly sits: PlaceView['sits'];
  readonly presenter: boolean;
  /** Words of the place that is kept in the circle while the chair stands back. */
  readonly kept: string;
  readonly notLeader: string | null;
  readonly edge: string | null;
  readonly tag: SeatTag | null;
  readonly card: SeatCard | null;
  readonly gone: boolean;
  readonly voice: boolean;
  readonly micClosed: boolean;
  /** Whose picture: `null` identity is your own; without a track there is none now. */
  readonly picture: { readonly identity: string | null; readonly track: string | null };
  /** The picture has dropped by nobody's choice, and may come back. */
  readonly dropped: boolean;
};

/** What is of one seat, as far as this page knows. */
export type Is = {
  readonly link: MediaSnapshot['link'];
  readonly own: OwnLine;
  /** Whether I speak. */
  readonly speaking: boolean;
  /** Their line, if it is not the own one. */
  readonly remote: RemoteLine | undefined;
  readonly chosen: Omit<Devices, 'microphoneId' | 'cameraId'>;
};

const split = (place: PlaceView, all: readonly PlaceView[]): NameParts => {
  const { titles, first, last } = partsOf(place.name);
  const alike = all.flatMap((other) => {
    const parts = partsOf(other.name);
    return other.seat !== place.seat && parts.first === first ? [parts.last] : [];
  });
  if (alike.length === 0) return { titles, first, last };
  // As many letters more as tell people of the same first name apart on a small seat; "(2)" stays whole.
  let more = last.startsWith(' (') ? last.length : 2;
  while (more < last.length && alike.some((other) => other.startsWith(last.slice(0, more)))) more += 1;
  return { titles, first: first + last.slice(0, more), last: last.slice(more) };
};

const partOf = (place: PlaceView): string | null => {
  if (place.sits === 'back') return t('seat.role.back');
  if (place.presenter) return t('seat.role.presenter');
  return place.role === 'member' ? null : t(`seat.role.${place.role}`);
};

const labelled = (icon: IconName, text: string, short = text): SeatTag => ({
  icon,
  text,
  short,
  pine: false,
});

const tagOf = (place: PlaceView, weak: boolean, asks: boolean, helps: boolean): SeatTag | null => {
  if (asks) return labelled('come', t('seat.asks'), t('seat.asksShort'));
  if (helps) return labelled('alert', t('seat.help'), t('seat.helpShort'));
  const { floor, hand, sits } = place;
  if (floor) return { ...labelled('mic', t('seat.floor'), t('seat.floorShort')), pine: true };
  if (hand !== null) return labelled('hand', t('seat.hand', { order: hand }), t('seat.handShort'));
  if (weak) return labelled('line', t('seat.weak'));
  return sits === 'row' && !place.media.microphone ? labelled('ear', t('seat.listening'), '') : null;
};

/** Why somebody has no picture: only what is known. */
type Dark = 'ownCameraOff' | 'cameraOff' | 'coming' | 'noPicture' | 'none' | 'away';

/** Somebody whom the media server does not show us: while we are not there ourselves, that is not their doing. */
const UNSEEN = { up: 'coming', away: 'away', connecting: 'noPicture', off: 'noPicture' } as const;

const ownDark = (place: PlaceView, { chosen, own }: Is): Dark => {
  // A camera that is blocked, missing, taken or kept silent by the system sends no picture by itself soon.
  if (chosen.cameraOn && (own.camFault !== null || own.camSilent)) return 'none';
  if (chosen.cameraOn || !place.media.camera) return 'noPicture';
  return chosen.cameraClosedForYou ? 'cameraOff' : 'ownCameraOff';
};

/** Without a camera that was there it may be off, blocked, missing or slow: nobody here knows. */
const darkOf = ({ media }: PlaceView, { camOn, camOff, settled }: RemoteLine): Dark => {
  if (camOn) return 'noPicture';
  if (camOff && media.camera) return 'cameraOff';
  if (!settled) return 'coming';
  return media.camera ? 'none' : 'noPicture';
};

/** What is of one line, seen from here. */
const lineOf = (place: PlaceView, you: boolean, is: Is) => {
  const { link, own, speaking, remote, chosen } = is;
  // Closed is not what is still joining, nor what the rules keep closed; of yourself only what you chose.
  const settled = you ? link === 'up' : remote?.settled === true;
  const micOn = you ? chosen.microphoneOn : remote?.micOpen === true;
  return {
    dark: you ? ownDark(place, is) : remote === undefined ? UNSEEN[link] : darkOf(place, remote),
    track: you ? own.video : (remote?.video ?? null),
    voice: you ? speaking : remote?.speaking === true,
    weak: remote?.quality === 'weak',
    // A microphone that the rules rest is not "closed": it has no sign at all.
    micClosed: settled && place.media.microphone && !micOn,
  };
};

/** Dark by nobody's choice and by no rule: their line, or our own, does not carry the picture now. */
const hasDropped = (place: PlaceView, you: boolean, dark: Dark, { link, chosen }: Is): boolean => {
  if (place.presence === 'away') return !isComing(place) && place.sits !== 'back';
  if (place.presence !== 'here' || place.out || !place.media.camera) return false;
  return you ? chosen.cameraOn && link !== 'up' : ['away', 'coming', 'noPicture'].includes(dark);
};

const chairOf = (first: string, view: RoomView): SeatCard => {
  const card = { icon: 'chair', text: t('seat.chair', { name: first }) } as const;
  const since = view.leader?.chair?.since;
  if (since === undefined) return card;
  const { clock } = view.course;
  const held = clock === null || clock.held === null ? null : t('seat.held', { phase: nameOfPhase(view) });
  return { ...card, gone: { since, held } };
};

const absence = (place: PlaceView, first: string, view: RoomView): SeatCard | null => {
  if (place.presence === 'here') return place.out ? { icon: 'door', text: t('seat.out') } : null;
  // Whichever way the presenter of a running case went: the chair is theirs.
  if (place.presenter && isInCase(view)) return chairOf(first, view);
  if (place.presence !== 'away') return { icon: 'chair', text: t('seat.left') };
  return isComing(place) ? cardOf('coming') : { icon: 'again', text: t('seat.reconnecting') };
};

const cardOf = (dark: Dark): SeatCard => ({
  icon: dark === 'cameraOff' || dark === 'ownCameraOff' ? 'cam-off' : 'chair',
  text: t(`seat.${dark}`),
});

/** What one seat shows and says. */
export const seatOf = (place: PlaceView, view: RoomView, is: Is): SeatModel => {
  const you = isMine(view, place.seat);
  const { titles, first, last } = split(place, view.places);
  const line = lineOf(place, you, is);
  const away = absence(place, first, view);
  const hidden: SeatCard | null =
    you && is.chosen.pictureHidden ? { icon: 'self-off', text: t('seat.hidden') } : null;
  const card = away ?? (line.track ? hidden : cardOf(line.dark));
  const helps = view.leader?.helps?.some(({ seat }) => seat === place.seat) === true;
  const asks = view.leader?.ask?.seat === place.seat;
  const tag = away === null ? tagOf(place, line.weak, asks, helps) : null;
  const role = partOf(place);
  // Somebody under a leader's name is said to be none, beside what they are.
  const notLeader = place.notLeader ? t('seat.role.notLeader') : null;
  const job = place.role === 'member' && place.profession !== '' ? place.profession : null;
  const here = away === null;
  const ownChoice = you && !is.chosen.microphoneClosedForYou;
  const edge = place.sits === 'back' ? t('seat.back') : place.presenter ? t('seat.presenter') : null;
  const parts = [
    you ? t('seat.spokenYou', { name: place.name }) : place.name,
    job,
    role,
    notLeader,
    here && line.voice ? t('seat.speaking') : null,
    here && line.micClosed ? t(ownChoice ? 'seat.ownMicClosed' : 'seat.micClosed') : null,
    tag?.text,
    card?.text,
  ];
  return {
    seat: place.seat,
    titles: you ? '' : titles,
    first: you ? t('seat.you') : first,
    last: you ? '' : last,
    role,
    site: null,
    job,
    spoken: parts.filter(Boolean).join(', '),
    sits: place.sits,
    presenter: place.presenter,
    kept: t('seat.kept', { you: you ? 'yes' : 'no', name: first }),
    notLeader,
    edge,
    tag,
    card,
    gone: place.presence === 'left' || place.presence === 'removed',
    voice: here && line.voice,
    micClosed: here && line.micClosed,
    picture: { identity: you ? null : place.media.identity, track: card === null ? line.track : null },
    dropped: card !== null && card !== hidden && hasDropped(place, you, line.dark, is),
  };
};

/** Every place, in the lasting order of the ring; the outer circle comes last. */
export const inOrder = ({ places }: Pick<RoomView, 'places'>): readonly PlaceView[] => [
  ...places.filter(({ sits }) => sits !== 'row'),
  ...places.filter(({ sits }) => sits === 'row'),
];

/** The spoken name of the circle. */
export const circleLabel = (view: RoomView): string => {
  const inside = view.places.filter(({ sits, presence }) => sits === 'circle' && presence === 'here').length;
  return view.places.some(({ sits }) => sits === 'back')
    ? t('circle.labelBack', { people: inside, you: youSitBack(view) ? 'yes' : 'no' })
    : t('circle.label', { people: inside });
};

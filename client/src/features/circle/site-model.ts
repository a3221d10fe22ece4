// What the tile of several people shows and says, and the chair of one of them who sits back.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { firstNameOf, isMine } from '../../state/places.ts';
import { firstNames } from '../../state/site.ts';
import { t } from '../../text/text.ts';
import { type Is, type SeatModel, type SeatTag, seatOf } from './circle-model.ts';
import type { Group } from './groups.ts';

const stays = ({ presence }: PlaceView): boolean => presence === 'here' || presence === 'away';

/** Who stands for the picture of a camera: somebody who is there, and not the one who sits back. */
export const leadOf = ({ places }: Pick<Group, 'places'>): PlaceView =>
  places.find((place) => stays(place) && !place.presenter && !place.out) ?? places.find(stays) ?? places[0];

const labelled = (icon: SeatTag['icon'], text: string, short: string): SeatTag => ({
  ...{ icon, text, short },
  pine: false,
});

const tagOf = (group: Group, view: RoomView, weak: SeatTag | null): SeatTag | null => {
  const { places } = group;
  const { site } = places[0];
  const name = ({ seat }: PlaceView) => firstNameOf(view, seat);
  const floor = places.find((place) => place.floor);
  if (floor)
    return {
      ...labelled('mic', t('site.hasFloor', { name: name(floor) }), t('seat.floorShort')),
      pine: true,
    };
  const hand = places.find((place) => place.hand !== null);
  if (hand) {
    const order = t('seat.hand', { order: hand.hand ?? 0 });
    return labelled('hand', t('site.hand', { name: name(hand), hand: order }), t('seat.handShort'));
  }
  const back = places.find(({ sits }) => sits === 'back');
  if (back)
    return view.course.apart
      ? labelled('head', t('site.apart', { name: name(back) }), t('site.apartShort'))
      : labelled('head', t('site.listens', { site }), t('site.listensShort'));
  return weak;
};

/** The wide tile of a camera. */
export const siteOf = (group: Group, view: RoomView, is: Is): SeatModel => {
  const lead = leadOf(group);
  const base = seatOf(lead, view, is);
  const back = group.places.find(({ sits }) => sits === 'back');
  const there = group.places.filter((place) => stays(place) && place !== back);
  const presents = there.find(({ presenter }) => presenter);
  const mine = isMine(view, lead.seat);
  const { site } = lead;
  const names = firstNames(view, there);
  // On the tile a list without "and" leaves more room for names.
  const short = there.map(({ seat }) => firstNameOf(view, seat)).join(', ');
  const tag = tagOf(group, view, base.tag?.icon === 'line' ? base.tag : null);
  const kept = back ? firstNameOf(view, back.seat) : null;
  const notLeader = group.places.some((place) => place.notLeader) ? t('seat.role.notLeader') : null;
  const edge = presents ? t('seat.presenter') : null;
  const spoken = [
    t('site.spoken', { site, names: mine ? t('site.you', { names }) : names }),
    presents ? `${firstNameOf(view, presents.seat)}, ${t('seat.role.presenter')}` : null,
    kept === null ? null : t('site.sitsBack', { name: kept }),
    notLeader,
    base.voice ? t('seat.speaking') : null,
    base.micClosed ? t('seat.micClosed') : null,
    tag?.text,
    base.card?.text,
  ];
  return {
    ...base,
    ...{ seat: group.seat, titles: '', first: site, last: '', role: null },
    ...{ sits: group.sits === 'row' ? 'row' : 'circle', presenter: presents !== undefined },
    ...{ notLeader, edge, tag },
    spoken: spoken.filter(Boolean).join(', '),
    site: { names: mine ? t('site.you', { names: short }) : short, kept },
    gone: there.length === 0 && kept === null,
  };
};

/** The chair of one of them, outside: a mark without a picture, since the camera stays where it is. */
export const chairOf = (place: PlaceView, view: RoomView, is: Is): SeatModel => {
  const base = seatOf(place, view, is);
  const name = firstNameOf(view, place.seat);
  const gone = base.card?.gone;
  const text = t('site.chair', { name, site: place.site });
  return {
    ...base,
    ...{ voice: false, micClosed: false, dropped: false, titles: '', first: name, last: '' },
    card: { icon: 'chair', text, ...(gone && { gone }) },
    tag: base.tag?.icon === 'come' ? base.tag : null,
    picture: { identity: null, track: null },
    spoken: [place.name, t('seat.role.back'), text].join(', '),
  };
};

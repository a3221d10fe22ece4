// A room after its end, made from one in its midst: members who stay, or leaders in their debrief.

import type { RoomView } from '@tele-balint/shared/view/view';
import { MINUTE, type Instant } from '@tele-balint/shared/vocabulary';

/**
 * The same room once the evening has ended.
 * @param minutes how long members may stay
 * @param more whether somebody has asked for more time
 */
export const afterTheEnd = (view: RoomView, minutes: number, more: boolean): RoomView => {
  const own = view.you.seats[0];
  const debrief = own.role !== 'member' && own.role !== 'observer';
  const endsAt = debrief ? null : ((view.now + minutes * MINUTE) as Instant);
  const isLeading = (role: string) => role === 'leader' || role === 'coLeader' || role === 'supervisor';
  const places = view.places
    .map((place) => (place.name === 'Lars Holm' ? ({ ...place, role: 'supervisor' } as const) : place))
    .filter(({ role }) => isLeading(role) === debrief)
    .map((place) => ({ ...place, presenter: false, sits: 'circle', hand: null, floor: false }) as const);
  return {
    ...view,
    session: {
      ...view.session,
      endsAt: null,
      leaving: { endsAt, more },
      until: endsAt,
    },
    course: {
      ...view.course,
      kind: debrief ? 'debrief' : 'leaving',
      index: view.course.steps.length,
      clock: endsAt === null ? null : { since: (endsAt - 10 * MINUTE) as Instant, endsAt, held: null },
    },
    presenter: null,
    places,
    ears: places.map(({ seat }) => seat),
    notices: [],
    leader: null,
    you: {
      ...view.you,
      may: { microphone: true, camera: true },
      why: null,
      seats: [
        {
          ...own,
          leads: false,
          comeIn: null,
          can: debrief
            ? ['endDebrief', 'stepOut', 'leave']
            : [...(more ? [] : (['stayLonger'] as const)), 'stepOut', 'leave'],
        },
      ],
    },
  };
};

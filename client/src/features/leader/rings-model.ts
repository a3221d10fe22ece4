// The two rings as leaders see them.

import type { PlaceView } from '@tele-balint/shared/view/place';
import type { RoomView } from '@tele-balint/shared/view/view';
import { t } from '../../text/leader-text.ts';

/** From more people than this on one ring is too large for a Balint group to hear each other in. */
const ONE_RING = 12;

type Asked = 'in' | 'out';

/** Whom a press would ask in, and whom out, in the order of the circle. */
export const askedInto = ({ places, leader }: RoomView, way: Asked): readonly PlaceView[] =>
  places.filter(({ seat }) => leader?.rings[way].includes(seat));

/** Who sits in the outer ring. */
export const outside = ({ places }: RoomView): readonly PlaceView[] =>
  places.filter(({ sits, presence }) => sits === 'row' && presence !== 'left');

/** What leaders of many people are advised; `null` where one ring holds them. */
export const ringsAdvice = ({ places }: RoomView): string | null => {
  const inside = places.filter(({ sits, presence }) => sits !== 'row' && presence === 'here').length;
  return inside > ONE_RING ? t('leader.ringsAdvice', { count: inside }) : null;
};

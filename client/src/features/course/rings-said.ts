// Who goes into the outer ring and comes in again, said once to everybody.

import type { RoomView } from '@tele-balint/shared/view/view';
import { mySeat, placeOf } from '../../state/places.ts';
import { type Sentence, calm, urgent } from './sentence.ts';

export const ringsSaid = (was: RoomView, is: RoomView): Sentence[] =>
  is.places.flatMap(({ seat, sits, name }) => {
    const before = placeOf(was, seat)?.sits ?? sits;
    if ((before === 'row') === (sits === 'row')) return [];
    const you = seat === mySeat(is).seat;
    const key = sits === 'row' ? 'said.outside' : 'said.inside';
    return [(you ? urgent : calm)(key, { name, you: you ? 'yes' : 'no' })];
  });

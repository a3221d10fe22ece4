// "You" of a view, written flat: one person at one line.

import type { RoomView } from '@tele-balint/shared/view/view';
import type { YourSeat } from '@tele-balint/shared/view/you';
import type { SeatId } from '@tele-balint/shared/vocabulary';

type Flat = Partial<Record<keyof YourSeat | keyof RoomView['you'], unknown>>;

const SOMEBODY = {
  seat: 'me' as SeatId,
  role: 'member',
  leads: false,
  comeIn: null,
  standsIn: null,
  handedBy: null,
  offered: false,
  out: false,
  help: 'none',
  can: [],
};

/** What is said of the seat goes to the seat, all else to the line. */
export const youAs = (flat: Flat = {}): RoomView['you'] => {
  const { seat, role, leads, standsIn, handedBy, comeIn, offered, out, help, can, ...line } = {
    ...SOMEBODY,
    ...flat,
  };
  return {
    ...{ line: 'my-line', may: { microphone: true, camera: true }, why: null, media: null, confirmed: true },
    ...{ askedToOpen: null, beside: [] },
    ...line,
    seats: [{ seat, role, leads, standsIn, handedBy, comeIn, offered, out, help, can }],
  } as unknown as RoomView['you'];
};

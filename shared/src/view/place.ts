// One place in the ring.

import type { LineId, MediaIdentity, Role, SeatId } from '../vocabulary.ts';

export type Presence = 'here' | 'away' | 'left' | 'removed';

/** One place in the ring, in its lasting order. */
export type PlaceView = {
  readonly seat: SeatId;
  readonly line: LineId;
  readonly name: string;
  readonly profession: string;
  /** By their link, unless they have stepped down or were handed the leadership. */
  readonly role: Role;
  /** Holds the leaders' rights now; nobody does once the evening has ended. */
  readonly leads: boolean;
  /** The name of the camera that they share with others; empty where they have a device of their own. */
  readonly site: string;
  /** Bears a name that would be taken for a leader's, and is none. */
  readonly notLeader: boolean;
  readonly presence: Presence;
  readonly presenter: boolean;
  /** `back` = the presenter's chair moved back; `row` = in the outer ring. */
  readonly sits: 'circle' | 'back' | 'row';
  /** Has stepped out for a moment, and will be back. */
  readonly out: boolean;
  /** 1 = first in the order of hands; `null` = no hand. */
  readonly hand: number | null;
  readonly floor: boolean;
  /** What others may play and show of this line now. `null` identity: not connected. */
  readonly media: {
    readonly identity: MediaIdentity | null;
    readonly microphone: boolean;
    readonly camera: boolean;
  };
};

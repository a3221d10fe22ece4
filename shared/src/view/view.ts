// What one person may know, and nothing else. Whole every time; the client believes nothing but this about the rules.

import type { CourseView } from './course.ts';
import type { LeaderView } from './leader.ts';
import type { PlaceView } from './place.ts';
import type { YouView } from './you.ts';
import type { End, Instant, LineId, SeatId, SessionId } from '../vocabulary.ts';

export type Notice =
  | { readonly type: 'tookOver'; readonly seat: SeatId; readonly at: Instant }
  | { readonly type: 'leadsOn'; readonly seat: SeatId; readonly at: Instant }
  /** Somebody without a place was connected, and was put out. */
  | { readonly type: 'stranger'; readonly seat: null; readonly at: Instant };

export type RoomView = {
  readonly kind: 'room';
  /** Counts the views of one connection, so that it tells of nothing that was not shown. */
  readonly version: number;
  /** The server's clock when this view was made. */
  readonly now: Instant;
  readonly session: {
    readonly id: SessionId;
    readonly group: string;
    /** A leader has announced the end; any leader can take it back until then. */
    readonly endsAt: Instant | null;
    /** Nobody leads: the leaders' lines have been gone for a while, and no backup stands in. */
    readonly leaderless: boolean;
    /** Minutes for which members may stay after the end that is announced; `null` where they may not. */
    readonly stay: number | null;
    /** The evening has ended, and you may stay: members until then, leaders in their debrief until they end it. */
    readonly leaving: { readonly endsAt: Instant | null; readonly more: boolean } | null;
    /** A leader has pressed Begin. */
    readonly begun: boolean;
    /** When the evening ends by the clock on the wall. */
    readonly until: Instant | null;
  };
  readonly door: 'open' | 'closed';
  readonly course: CourseView;
  readonly presenter: SeatId | null;
  readonly places: readonly PlaceView[];
  /** Seats that can hear now: everybody whose line is connected. */
  readonly ears: readonly SeatId[];
  readonly notices: readonly Notice[];
  /** Everybody is here, each connection is confirmed, and leaders let the middle say so once it is quiet. */
  readonly allHere: boolean;
  /** Sound and pictures are sealed end to end. */
  readonly sealed: boolean;
  readonly you: YouView;
  readonly leader: LeaderView | null;
};

/** At the door. */
export type DoorView = {
  readonly kind: 'door';
  readonly version: number;
  readonly now: Instant;
  readonly line: LineId;
  readonly group: string;
  readonly door: 'open' | 'closed';
  /** Of everybody who sits at this line. */
  readonly names: readonly string[];
  /** What several at one camera call their place; empty for one person. */
  readonly site: string;
  readonly reason: 'by-name' | 'door-closed' | 'next-phase' | 'no-leader-yet' | 'other-browser' | 'too-early';
  /** When the session begins and ends by its date; `null` where it has none. */
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** From when on the door works, while it does not. */
  readonly opensAt: Instant | null;
  /** Sound and pictures are sealed end to end in the room. */
  readonly sealed: boolean;
};

/** Nothing more to see: the page says why. */
export type OverView = {
  readonly kind: 'over';
  readonly version: number;
  readonly now: Instant;
  readonly reason: End;
  readonly group: string;
  /** When what was kept of the session is destroyed; `null` while it runs. */
  readonly forgottenAt: Instant | null;
  /** To who sat in an evening that has ended: who led it, and the leaders' own line. */
  readonly farewell: { readonly leaders: readonly string[]; readonly line: string | null } | null;
  /** With this the page may ask later whether the key is gone; to who was there at the end. The server puts it in. */
  readonly receipt: string | null;
};

export type View = RoomView | DoorView | OverView;

type Unnumbered<V> = V extends View ? Omit<V, 'version'> : never;
/** All that a line may know at one moment; it gets its version as it goes out. */
export type Shown = Unnumbered<View>;

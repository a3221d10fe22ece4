import type { LocalTrack, Room, RoomOptions } from 'livekit-client';
import type { Gates } from './gates.ts';

/** What keeps a track silent until the worker was seen to seal it. */
export type Arming = {
  /** Rejects where the worker does not answer: nothing is published then, nor opened again. */
  readonly alive: () => Promise<void>;
  /** Resolves with the first frame of it that the worker has sealed; rejects where there is none. */
  readonly proven: (track: LocalTrack) => Promise<void>;
  /** Something of it was missed: this visit ends, and another one begins with everything made anew. */
  readonly missed: () => void;
};

/** Sealing of one visit, as the rest of the media sees it: what does it is loaded apart, only where a server seals. */
export type Seal = Arming & {
  readonly gates: Gates;
  readonly encryption: NonNullable<RoomOptions['encryption']>;
  /** Turns it on; before the room connects. */
  readonly begin: (room: Room) => Promise<void>;
  readonly stop: () => void;
};

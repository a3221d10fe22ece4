// What the view says to "you".

import type { PersonalCommandName } from '../decisions/commands.ts';
import type { LineId, MediaIdentity, Role, SeatId, Space } from '../vocabulary.ts';

/** Why a microphone may not be opened: the step's rule, or the floor is somebody else's. */
export type WhyNot = 'phase' | 'floor';

/** One of those who sit at your line. */
export type YourSeat = {
  readonly seat: SeatId;
  readonly role: Role;
  /** Holds the leaders' rights now (a leader, or the acting backup). */
  readonly leads: boolean;
  /** Presenter sitting back: where "I need to come in" stands; `null` for everybody else. */
  readonly comeIn: 'none' | 'asked' | 'seen' | 'now' | null;
  /** Has said "I have a case"; only leaders see that besides. */
  readonly offered: boolean;
  /** Commands that the table accepts from this seat now; targets may still be refused. */
  readonly can: readonly PersonalCommandName[];
};

export type YouView = {
  readonly line: LineId;
  /** Everybody who sits at this line; it may do what each of them may. */
  readonly seats: readonly [YourSeat, ...YourSeat[]];
  readonly may: { readonly microphone: boolean; readonly camera: boolean };
  readonly why: WhyNot | null;
  readonly media: { readonly identity: MediaIdentity; readonly space: Space } | null;
  /** False while the media server has not confirmed that your own rights are what they must be. */
  readonly confirmed: boolean;
};

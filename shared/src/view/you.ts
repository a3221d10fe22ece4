// What the view says to "you".

import type { PersonalCommandName } from '../decisions/commands.ts';
import type { AskId, Instant, LineId, MediaIdentity, Role, SeatId, Space } from '../vocabulary.ts';

/** Why a microphone may not be opened: the step's rule, the floor, leaders who closed the line, or stepping out. */
export type WhyNot = 'phase' | 'floor' | 'closed' | 'out';

/** One of those who sit at your line. */
export type YourSeat = {
  readonly seat: SeatId;
  /** By your link, unless you have stepped down or were handed the leadership. */
  readonly role: Role;
  /** Holds the leaders' rights now (a leader, or the acting backup). */
  readonly leads: boolean;
  /** Named as the backup: asked whether they would lead on, or agreed to it. */
  readonly standsIn: 'asked' | 'agreed' | null;
  /** Who asks you to lead in their place. */
  readonly handedBy: SeatId | null;
  /** Presenter sitting back: where "I need to come in" stands; `null` for everybody else. */
  readonly comeIn: 'none' | 'asked' | 'seen' | 'now' | null;
  /** Has said "I have a case"; only leaders see that besides. */
  readonly offered: boolean;
  /** Has stepped out for a moment. */
  readonly out: boolean;
  /** Where the own call for help stands; only leaders see that besides. */
  readonly help: 'none' | 'asked' | 'seen';
  /** Commands that the table accepts from this seat now; targets may still be refused. */
  readonly can: readonly PersonalCommandName[];
};

export type YouView = {
  readonly line: LineId;
  /** Everybody who sits at this line; it may do what each of them may. */
  readonly seats: readonly [YourSeat, ...YourSeat[]];
  readonly may: { readonly microphone: boolean; readonly camera: boolean };
  readonly why: WhyNot | null;
  /** When leaders asked for this microphone to be opened, in the running step; only where it may be. */
  readonly askedToOpen: Instant | null;
  readonly media: { readonly identity: MediaIdentity; readonly space: Space } | null;
  /** Those for whom this page has asked, and no leader has answered yet. */
  readonly beside: readonly { readonly id: AskId; readonly name: string }[];
  /** False while the media server has not confirmed that your own rights are what they must be. */
  readonly confirmed: boolean;
};

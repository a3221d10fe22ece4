// The words of the domain. A seat is a person; a line is one connected device with one microphone.

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type SessionId = Brand<string, 'SessionId'>;
export type SeatId = Brand<string, 'SeatId'>;
export type LineId = Brand<string, 'LineId'>;
export type InvitationId = Brand<string, 'InvitationId'>;
/** Names one step of a session's protocol, whatever is put before it. */
export type StepId = Brand<string, 'StepId'>;
/** Names one person who is to sit down beside others. */
export type AskId = Brand<string, 'AskId'>;
export type CommandId = Brand<string, 'CommandId'>;
/** LiveKit's identity of one page load: random, never shown, no name in it. */
export type MediaIdentity = Brand<string, 'MediaIdentity'>;

/** Milliseconds since 1970. Only the server's clock makes one; shared receives it. */
export type Instant = Brand<number, 'Instant'>;

/** The instant `ms` milliseconds after `at`. */
export const later = (at: Instant, ms: number): Instant => (at + ms) as Instant;

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** What a seat is by its link, for the whole session. */
export const ROLES = ['leader', 'coLeader', 'supervisor', 'member', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** What a seat is in the running step, whatever its link says; the columns of the phase table. */
export const PARTS = ['leader', 'presenter', 'member', 'outer'] as const;
export type Part = (typeof PARTS)[number];

/** Parts whose voice leaders may open or close for a step. */
export const VOICED_PARTS = ['member', 'outer'] as const satisfies readonly Part[];
export type VoicedPart = (typeof VOICED_PARTS)[number];

/** Where in the circle somebody sits: the outer ring listens, unless the step says otherwise. */
export type Ring = 'inner' | 'outer';

/** Why somebody's line is over: one word for it in state, events, refusals and on every page. */
export const ENDS = ['over', 'left', 'removed', 'not-today', 'moved', 'revoked-link'] as const;
export type End = (typeof ENDS)[number];

/** Where sound and pictures are shared. Two spaces never hear each other. */
export const SPACES = ['circle', 'debrief'] as const;
export type Space = (typeof SPACES)[number];

/** `floor` = only who was given the floor. */
export type Voice = 'open' | 'floor' | 'none';

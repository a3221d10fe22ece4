// The port to the media server: what we ask of it, and what keeps the rights of a session true in it.

import type { Grant } from '@tele-balint/shared/session/grants';
import type { MediaReport } from '@tele-balint/shared/media-report';
import type { Kind, Seen, Source } from './sendable.ts';
import type { LineId, MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';

/** What a participant may send. Everything else is the same for everybody: hears all, sends no data, is seen. */
export type Rights = Readonly<Record<Source, boolean>>;
export const NOTHING: Rights = { microphone: false, camera: false };

export type Publication = {
  readonly kind: Seen;
  readonly source: Source | 'other';
};

/** A track as its sender's next offer will show it. */
export type Published = {
  readonly sid: string;
  /** The section of the offer that holds it. */
  readonly mid: string;
  readonly kind: Kind;
};

export type Participant = {
  readonly identity: string;
  /** One stay in the room; a new one after every full reconnect. */
  readonly stay: string;
  /** `null`: rights of a form that we never give, so whatever they allow is too much. */
  readonly rights: Rights | null;
  readonly tracks: readonly Publication[];
};

/** The media server. Every call rejects when it cannot be reached or does not answer within 2 s. */
export interface Media {
  /** Everybody in the room; nobody where the room is not there. */
  participants(room: string): Promise<readonly Participant[]>;
  /**
   * Whether a stay goes on. A media server where nothing listens any more has forgotten all stays, so that is an answer;
   * one that does not answer in time may remember.
   */
  knows(room: string, identity: string): Promise<boolean>;
  /** The honest tracks of one participant; none where it is not there. */
  published(room: string, identity: string): Promise<readonly Published[]>;
  /** Replaces all rights of a participant; answers how it stands now, or that it is not there. */
  apply(room: string, identity: string, rights: Rights): Promise<Participant | 'absent'>;
  /** Puts a participant out; it is fine if it is not there. */
  remove(room: string, identity: string): Promise<void>;
  /** Puts everybody out and ends the room; it is fine if it is not there. */
  closeRoom(room: string): Promise<void>;
  /** A join token without any right to send, for at most 120 s. Needs no connection. */
  mintJoin(room: string, identity: MediaIdentity): Promise<string>;
  /** Whether the media server answers; never rejects. */
  ready(): Promise<boolean>;
}

export type Desired = {
  readonly session: SessionId;
  /** The random name of the session's rooms: `<media>.<space>`. */
  readonly media: string;
  readonly grants: readonly Grant[];
};

export interface Enforcer {
  /** Takes the latest desired rights of a session; resolves when confirmed, at the latest after 300 ms; never rejects. */
  desire(desired: Desired): Promise<void>;
  /** The session ended: everybody out, rooms deleted. */
  forget(session: SessionId): void;
  /** What is not confirmed, and how many strangers were put out, at this moment. Asking changes nothing. */
  report(session: SessionId): MediaReport;
  /** A page was shown this report: listeners hear of what is different from it. */
  shown(session: SessionId, report: MediaReport): void;
  /** Calls back when the report is other than what was last told or since then shown; answers how to stop that. */
  onReport(listener: (session: SessionId) => void): () => void;
  /** This identity has just joined, or does so this moment: look at once. */
  joined(identity: MediaIdentity): void;
  /** This identity has announced or offered something: look at once whether it is what it may send. */
  stirred(identity: MediaIdentity): void;
  /** This identity was kept from sending something in disguise: leaders hear of it. */
  violation(identity: MediaIdentity): void;
  ready(): Promise<boolean>;
  /** No more looking. Leaves the media server as it is: people go on while we restart. */
  stop(): Promise<void>;
}

/** The part of a logger that media needs. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
};

export type { Grant, LineId, MediaIdentity, MediaReport, SessionId };

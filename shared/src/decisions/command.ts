// Every command that a session can get, and what it is decided with.

import type { Invitation, Person } from '../session/session.ts';
import type { Protocol } from '../protocol/steps.ts';
import type { Instant, LineId, MediaIdentity, SessionId } from '../vocabulary.ts';
import type { PersonalCommand } from './commands-schema.ts';

export type DoorCommand =
  | {
      readonly type: 'open';
      readonly id: SessionId;
      readonly group: string;
      readonly protocol: Protocol;
      readonly invitations: readonly Omit<Invitation, 'revoked'>[];
      /** Absent where no date was set. */
      readonly startsAt?: Instant;
      /** Absent where leaders set none. */
      readonly closingLine?: string;
    }
  | {
      readonly type: 'enter';
      readonly hash: string;
      readonly name: string;
      readonly profession: string;
      readonly rulesAccepted: boolean;
      readonly takeOver: boolean;
      /** Who else sits at the same camera, and what they call their place. */
      readonly beside?: { readonly site: string; readonly people: readonly Person[] };
    };

export type ServerCommand =
  /** `page` is random per page load: the same page keeps its identity when its socket comes back. */
  | { readonly type: 'connect'; readonly line: LineId; readonly page: string; readonly sit: boolean }
  /** `seen` = the last sign of life of the connection, before its end was noticed. */
  | {
      readonly type: 'disconnect';
      readonly line: LineId;
      readonly identity: MediaIdentity;
      readonly seen: Instant;
    }
  /** After a restart of the server nobody is connected yet. */
  | { readonly type: 'restart' }
  /** An alarm rang: end what is due. */
  | { readonly type: 'tick' };

export type Command = PersonalCommand | DoorCommand | ServerCommand;

export type Actor =
  { readonly kind: 'line'; readonly line: LineId } | { readonly kind: 'door' } | { readonly kind: 'server' };

export type Context = {
  readonly by: Actor;
  readonly now: Instant;
  /** A fresh random id: at least 128 bits, base64url, from the server's random source. */
  readonly fresh: () => string;
};

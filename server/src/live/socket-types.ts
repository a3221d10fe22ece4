import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { ServerEvents } from '@tele-balint/shared/wire';
import type { Ready } from './ready.ts';
import type { LineId, MediaIdentity, SessionId } from '@tele-balint/shared/vocabulary';

/** Who a connection is; set by the handshake, never by a frame. */
export type Who = { readonly session: SessionId; readonly line: LineId; readonly identity: MediaIdentity };

/** Nothing is known of a frame before it is parsed. */
type Unread = (...parts: unknown[]) => void;
type Received = { command: Unread; relay: Unread };

/** Views are written by their session. */
type Sent = Omit<ServerEvents, 'view'> & { view: (view: Ready) => void };

export type LiveServer = Server<Received, Sent, DefaultEventsMap, { who?: Who }>;
export type LiveSocket = Socket<Received, Sent, DefaultEventsMap, { who?: Who }>;

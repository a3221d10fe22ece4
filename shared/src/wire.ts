// The whole conversation over the socket. Client: `command` and `relay`, each with an ack. Server: `view` and `relay`.

import { z } from 'zod';
import { commandId, lineId, personalCommand } from './decisions/commands-schema.ts';
import type { Refusal } from './decisions/refusals.ts';
import { PLACES } from './session/rings.ts';
import type { LineId } from './vocabulary.ts';
import type { View } from './view/view.ts';

/** Deepest nesting of a frame that is still parsed; the envelope of a command needs three. */
export const MAX_DEPTH = 8;
/** Bytes. */
export const MAX_FRAME = 16 * 1024;

/** `socket.io` auth payload. `sit` answers the question whether this window takes the place over. */
export const handshake = z.strictObject({
  session: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  /** Seat token from entering. */
  token: z.string().max(256),
  version: z.int(),
  /** Random per page load; the same on every reconnect of that page. */
  page: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  sit: z.boolean(),
});
export type Handshake = z.infer<typeof handshake>;

export const commandFrame = z.strictObject({
  id: commandId,
  command: personalCommand,
  /** Only asks what became of it: what was not done by now is not done any more. */
  late: z.literal(true).optional(),
});
export type CommandFrame = z.infer<typeof commandFrame>;

export type Ack = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** A sealed envelope from a line to others of its space: bounded, unread, unlogged. */
export const relayFrame = z.strictObject({
  to: z
    .array(lineId)
    .min(1)
    .max(PLACES.inner + PLACES.outer)
    .refine((lines) => new Set(lines).size === lines.length),
  sealed: z.string().min(1).max(4096),
});
export type RelayFrame = z.infer<typeof relayFrame>;
/** `got`: to which of them it was sent on. `dropped`: others of them are there, and it was too much for now. */
export type RelayAck = { readonly got: readonly LineId[]; readonly dropped?: true };
export type RelayedFrame = { readonly from: LineId; readonly sealed: string };

export type ClientEvents = {
  command: (frame: CommandFrame, ack: (answer: Ack) => void) => void;
  relay: (frame: RelayFrame, ack: (answer: RelayAck) => void) => void;
};
export type ServerEvents = {
  view: (view: View) => void;
  relay: (frame: RelayedFrame) => void;
  /** The server goes down on purpose: come back in a moment. */
  comeBack: () => void;
};

/**
 * `connect_error` messages of the handshake; the client finds the sentence. `reload` = the page is older than
 * the server; `elsewhere` and `too-soon` as in the refusals; `unauthorised` = the token opens nothing here.
 */
export type HandshakeRefusal =
  | 'unauthorised'
  | 'reload'
  | 'elsewhere'
  | 'too-soon'
  | 'over'
  | 'removed'
  | 'not-today'
  | 'revoked-link'
  | 'unavailable';

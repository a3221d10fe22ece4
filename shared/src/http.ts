// Shapes of the HTTP routes. Secrets are made in the browser; the server gets hashes when a session is opened
// and sees an invitation's secret only when somebody enters with it.
//
// PUT  /api/sessions/:id              openBody          -> 201 | 200 (same again) { ok: true }
// POST /api/sessions/:id/look         { secret }        -> lookAnswer   what this link opens; binds nothing
// POST /api/sessions/:id/enter        enterBody         -> enterAnswer  "Ask to come in": this binds
// POST /api/sessions/:id/media        mediaBody         -> mediaAnswer  a LiveKit join token (<= 120 s)
// POST /api/sessions/:id/forgotten    { receipt }       -> forgottenAnswer  whether the key of an ended session is gone
// GET  /api/about                                       -> { organiserKey: boolean, version }
// Every refusal: 4xx { refusal: Refusal | 'bad-request' | 'too-many-tries' | 'too-many-today' | 'organiser-key' }

import { z } from 'zod';
import {
  closingLine,
  commandId,
  freeTitle,
  invitationId,
  personName,
  secretHash,
} from './decisions/commands-schema.ts';
import { protocolShape } from './protocol/read.ts';
import type { Protocol } from './protocol/steps.ts';
import { MOST_AT_ONE } from './session/names.ts';
import { ROLES, type Instant, type Role } from './vocabulary.ts';

export const sessionIdShape = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);

export const openInvitation = z.strictObject({
  invitation: invitationId,
  hash: secretHash,
  kind: z.enum(['leader', 'personal', 'open']),
  role: z.enum(ROLES),
  name: personName.nullable(),
  /** Who comes by it together, to one camera; the name is then what they call their place. */
  people: z.array(personName).min(2).max(MOST_AT_ONE).exactOptional(),
});
export const openBody = z.strictObject({
  protocol: protocolShape,
  group: freeTitle,
  invitations: z.array(openInvitation).min(1).max(40),
  organiserKey: z.string().max(200).optional(),
  /** When the session is to begin, in milliseconds since 1970; absent where no date was set. */
  startsAt: z
    .int()
    .transform((at) => at as Instant)
    .exactOptional(),
  /** The leaders' own line for the last page; absent where they set none. */
  closingLine: closingLine.exactOptional(),
});
export type OpenBody = Omit<z.infer<typeof openBody>, 'protocol'> & { readonly protocol: Protocol };

const secret = z.string().regex(/^[A-Za-z0-9_-]{22,64}$/);
export const lookBody = z.strictObject({ secret });
export type LookAnswer = {
  readonly group: string;
  readonly leaders: readonly string[];
  readonly kind: 'leader' | 'personal' | 'open';
  readonly role: Role;
  /** The name that a leader wrote on this link. */
  readonly name: string | null;
  /** Whom a leader expects by it together, at one camera; the name is then that of their place. */
  readonly people?: readonly string[];
  readonly door: 'open' | 'closed';
  /** Somebody leads the session now, or a leader's line has broken just now. */
  readonly led: boolean;
  /** This link's place is held by another browser already. */
  readonly taken: boolean;
  /** When the session begins, and when it ends if it begins then; `null` where no date was set. */
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  /** From when on its door works, while it does not. */
  readonly opensAt: Instant | null;
  /** Sound and pictures are sealed end to end in the room. */
  readonly sealed: boolean;
};

/** More than the rules let in, so that they can say how many they do. */
const NAMED = 12;

export const enterBody = z.strictObject({
  id: commandId,
  secret,
  /** May be nothing but what cannot be seen: that is answered as such. */
  name: freeTitle,
  profession: freeTitle,
  rulesAccepted: z.boolean(),
  /** A leader's answer to "take the place over?". */
  takeOver: z.boolean(),
  /** Who else sits at the same camera, and what they call their place. */
  beside: z
    .strictObject({
      site: freeTitle,
      people: z
        .array(z.strictObject({ name: freeTitle, profession: freeTitle }))
        .min(1)
        .max(NAMED),
    })
    .exactOptional(),
});
export type EnterBody = z.infer<typeof enterBody>;
export type EnterAnswer = { readonly token: string };

export const mediaBody = z.strictObject({
  token: z.string().max(256),
  identity: z.string().max(64),
  /** The page is about to go on with a stay whose signal has broken. */
  resuming: z.boolean().optional(),
});
export type MediaAnswer = {
  /** A path of our own origin: the signal gateway. */
  readonly url: string;
  readonly token: string;
  /** The media server has forgotten the stay that was to be resumed: only joining anew leads back. */
  readonly forgotten: boolean;
};
/** The receipt of an end, from the last view. */
export const forgottenBody = z.strictObject({ receipt: z.string().max(64) });
export type ForgottenAnswer = {
  /** When the session's key was destroyed; `null` while it is there. */
  readonly destroyedAt: Instant | null;
  /** The server's clock. */
  readonly now: Instant;
};
export type AboutAnswer = { readonly organiserKey: boolean; readonly version: string };

// Reads a frame of a client (protobuf, `livekit.SignalRequest`), and writes it anew: LiveKit gets what was understood
// here and nothing else, so that no two readers can see two things in it.

import { SignalRequest } from '@livekit/protocol';
import { fieldsOf } from './protobuf-fields.ts';
import { isWithinBounds } from './size.ts';

/** What clients of ours send. Everything else, of today or of a later version, is not carried. */
const CARRIED = [
  'offer',
  'answer',
  'trickle',
  'addTrack',
  'mute',
  'subscription',
  'trackSetting',
  'leave',
  'syncState',
  'ping',
  'pingReq',
  'updateAudioTrack',
] as const satisfies readonly SignalRequest['message']['case'][];

type Carried = (typeof CARRIED)[number];
/** A request that may be looked at: one of those that are carried at all. */
export type Request = Extract<SignalRequest['message'], { readonly case: Carried }>;

/** Every request by its number on the wire, as LiveKit's own description has it. */
const NAMES = new Map(SignalRequest.fields.list().map(({ no, localName }) => [no, localName]));

const isCarried = (name: string): name is Carried => (CARRIED as readonly string[]).includes(name);

/** A frame as it was understood, or the name of what is not carried: of a kind, or `unreadable`. */
export type Read = { readonly request: Request } | { readonly not: string };

/** Reads a frame of a client. */
export function readFrame(frame: Uint8Array): Read {
  try {
    const [field, another] = fieldsOf(frame);
    // A request holds one thing. What a reader makes of several, merged or begun anew, we do not guess.
    if (field === undefined || another !== undefined) return { not: 'unreadable' };
    const name = NAMES.get(field.number) ?? 'unknown';
    if (!isCarried(name)) return { not: name };
    if (!isWithinBounds(name, field.value)) return { not: 'too large' };
    const { message } = SignalRequest.fromBinary(frame, { readUnknownFields: false });
    // Of a field in another form this reader takes what is left for the next one.
    return message.case === name ? { request: message as Request } : { not: 'unreadable' };
  } catch {
    return { not: 'unreadable' };
  }
}

/** A request as LiveKit gets it. */
export const written = (request: Request): Uint8Array => new SignalRequest({ message: request }).toBinary();

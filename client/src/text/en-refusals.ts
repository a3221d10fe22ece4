// A sentence for every "no": of the rules, of the handshake and of the HTTP routes.

import type { Refusal } from '@tele-balint/shared/decisions/refusals';
import type { HandshakeRefusal } from '@tele-balint/shared/wire';

/** What the HTTP routes answer besides the rules' refusals. */
export type HttpRefusal = 'bad-request' | 'too-many-tries' | 'too-many-today' | 'organiser-key';
/** What the browser itself finds out. */
export type LocalRefusal = 'network' | 'asking' | 'not-known';
export type AnyRefusal = Refusal | HandshakeRefusal | HttpRefusal | LocalRefusal;

export const refusals = {
  'refusal.unknown-link': 'This link does not open a place. Please ask for it again.',
  'refusal.revoked-link': 'This link was taken back. Please ask the person who sent it for a new one.',
  'refusal.over': 'The session has ended. Please ask for a new link.',
  'refusal.not-today': 'The group cannot let you in today. Please speak with your leader.',
  'refusal.removed': 'A leader has ended your place in this session.',
  'refusal.left': 'You went away from the door. You can ask to come in again.',
  'refusal.moved': 'Your place is open on another device now.',
  'refusal.elsewhere': 'Your place is open in another window. Only one window can hold it.',
  'refusal.too-soon': 'That was too soon after the last change. Please try again in a few seconds.',
  'refusal.place-taken': 'Another browser holds this place.',
  'refusal.door-full': 'Too many people wait at the door. Please try again in a moment.',
  'refusal.no-name': 'Please write a name that the others can read.',
  'refusal.no-site-name': 'Please write what your site is called.',
  'refusal.site-full': 'At most six people can share one camera.',
  'refusal.one-person-link':
    'A leader’s or supervisor’s link is for one person. The others come in by links of their own.',
  'refusal.rules-not-accepted': 'Please agree to every promise first.',
  'refusal.not-in-room': 'You have no place in the circle yet.',
  'refusal.not-leader': 'Only a leader can do this.',
  'refusal.not-presenter': 'Only the presenter sitting back can do this.',
  'refusal.not-begun': 'The session has not begun. Press Begin first.',
  'refusal.wrong-phase': 'This is not possible in this phase.',
  'refusal.stale-turn':
    'The other leader was quicker: the phase or the course has just changed. Nothing was done twice.',
  'refusal.broken-course': 'This course could not be run. It stays as it was.',
  'refusal.no-presenter': 'Nobody presents yet. Choose the presenter first.',
  'refusal.no-such-step': 'There is no phase there.',
  'refusal.no-such-seat': 'This person has no place in the circle any more.',
  'refusal.no-such-person': 'Nobody waits under this name any more.',
  'refusal.no-such-invitation': 'This link does not exist any more.',
  'refusal.not-a-leaders-place': 'This is not possible for a leader’s place.',
  'refusal.cannot-lead': 'Whoever leads needs a place in the inner ring and a camera of their own.',
  'refusal.nobody-else-leads': 'Nobody else is here who leads. Hand the leadership on first.',
  'refusal.nothing-to-do': 'It is so already.',
  'refusal.too-many':
    'No place of this kind is free, or no further link. A leader can free the place of somebody who has left.',
  'refusal.not-allowed': 'The voice of this role cannot be changed in this phase.',
  'refusal.bad-date':
    'The session can begin from now on, and within a year. Please choose another day or time.',
  'refusal.no-outer-ring': 'This session’s course has no outer ring for members.',
  'refusal.ring-in-use':
    'Somebody sits in another ring than their own. Ask them back first, then leave the outer ring out.',
  'refusal.unavailable': 'That is our fault: it did not work, and nothing was changed. Please try again.',
  'refusal.unauthorised': 'This browser has no place here any more. You can ask to come in again.',
  'refusal.reload': 'This page is older than the room. Please reload it; your place is kept.',
  'refusal.bad-request': 'The server did not understand this page. Please reload it.',
  'refusal.too-many-tries': 'Too many tries. Please wait a minute.',
  'refusal.too-many-today':
    'So many sessions were opened from your network today that the next one has to wait. Please try again in a quarter of an hour.',
  'refusal.organiser-key': 'The organiser’s key is not right.',
  'refusal.asking': 'What became of that is not known yet. We are asking; pressing again does nothing twice.',
  'refusal.not-known': 'What became of that could not be found out. What you see is how the room is now.',
  'refusal.network': 'The server does not answer. Please check your line and try again.',
} as const satisfies Record<`refusal.${AnyRefusal}`, string>;

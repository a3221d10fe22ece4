// Every "no" of the rules. A refusal is a value; its sentence stands in the client's text.

export const REFUSALS = [
  'unknown-link', //       no such session or invitation
  'revoked-link', //       a leader took this link back
  'over', //               the session has ended
  'not-today', //          a leader answered "not today"
  'removed', //            a leader ended this place
  'left', //               this line went from the door by itself
  'moved', //              its place is at another device now
  'elsewhere', //          the place is open in another window; may be answered with `sit`
  'too-soon', //           the place changed windows less than 10 s ago, or the step less than 1 s ago
  'place-taken', //        another browser holds this leader's place; may be answered with `takeOver`
  'door-full', //          50 people wait already
  'no-name', //            nothing of the name can be seen
  'no-site-name', //       several people at one camera, and no name of their place can be seen
  'site-full', //          more than six people at one camera
  'one-person-link', //    a leader's or a supervisor's link is for one person
  'rules-not-accepted', // the ground rules were not accepted
  'not-in-room', //        this line has no seat (yet)
  'not-leader', //         only who holds the leaders' rights
  'not-presenter', //      only the presenter sitting back
  'not-begun', //          the session has not begun
  'wrong-phase', //        not in this kind of step
  'stale-turn', //         somebody else moved the step first
  'broken-course', //      the course could not be run; the editor shows at which step
  'no-presenter', //       choose a presenter first
  'no-such-step', //       before the first or after the last
  'no-such-seat', //       nobody there, or gone
  'no-such-person', //     nobody waits under this name any more
  'no-such-invitation',
  'not-a-leaders-place', // a leader cannot remove a leader, or be the presenter
  'cannot-lead', //        only a member of the inner ring with a camera of their own
  'nobody-else-leads', //  the last leader who is there cannot step down
  'nothing-to-do', //      it is so already
  'too-many', //           a bound of the session is reached
  'bad-date', //           too long ago, or too far ahead
  'not-allowed', //        the voice of this role cannot be opened or closed here
  'no-outer-ring', //      the course has no outer ring for members
  'ring-in-use', //        somebody sits in the ring that is to go, or out of their own
  'unavailable', //        a fault of ours; nothing was changed
] as const;
export type Refusal = (typeof REFUSALS)[number];

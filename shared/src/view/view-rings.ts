// Whom leaders may ask from one ring into the other, decided on trial.

import { askIn, askOut } from '../decisions/rings.ts';
import type { Context } from '../decisions/command.ts';
import type { Session } from '../session/session.ts';
import type { Instant } from '../vocabulary.ts';
import type { LeaderView } from './leader.ts';

/** Whom leaders may ask out of the inner ring now, and in again. */
export const ringsView = (session: Session, now: Instant): LeaderView['rings'] => {
  const context: Context = { by: { kind: 'server' }, now, fresh: () => 'trial' };
  const seats = session.seats.filter(({ gone }) => gone === null).map(({ seat }) => seat);
  return {
    out: seats.filter((seat) => askOut(session, seat, context).ok),
    in: seats.filter((seat) => askIn(session, seat, context).ok),
  };
};

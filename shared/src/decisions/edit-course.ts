// Leaders change the steps that are still to come, all of them in one press.

import { faultsOf } from '../protocol/faults.ts';
import type { Protocol } from '../protocol/steps.ts';
import { protocolWith } from '../session/edited.ts';
import type { Seat, Session } from '../session/session.ts';
import type { Context } from './command.ts';
import type { PersonalCommand } from './commands-schema.ts';
import { accept, refuse, type Decision } from './decision.ts';

type Edit = Extract<PersonalCommand, { readonly type: 'editCourse' }>;

/** What is said of it, in whatever order, and whatever it was made from. */
const saidBy = ({ madeFrom: _, ...protocol }: Protocol): string =>
  Object.entries(protocol)
    .map((said) => JSON.stringify(said))
    .toSorted()
    .join();

/** Whether somebody sits in another ring than their own: leaders ask them back first, so that nobody is moved by an edit. */
const isAskedElsewhere = ({ protocol, rings, seats }: Session): boolean =>
  protocol.outerRing && seats.some(({ seat, gone }) => gone === null && rings[seat] !== undefined);

/** The steps still to come and the whole evening, as leaders want them from now on. */
export const editCourse = (session: Session, edit: Edit, by: Seat, context: Context): Decision => {
  const { turn, edition, ahead, evening } = edit;
  const protocol = protocolWith(session, ahead, evening);
  if (protocol !== null && saidBy(protocol) === saidBy(session.protocol)) return refuse('nothing-to-do');
  if (turn !== session.course.turn || edition !== (session.edited?.edition ?? 0)) return refuse('stale-turn');
  if (protocol === null) return refuse('no-such-step');
  if (faultsOf(protocol).length > 0) return refuse('broken-course');
  if (!protocol.outerRing && isAskedElsewhere(session)) return refuse('ring-in-use');
  return accept(context, [{ type: 'courseEdited', by: by.seat, ahead, ...evening }]);
};

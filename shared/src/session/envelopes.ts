// Who can be sent an envelope by whom.

import type { LineId } from '../vocabulary.ts';
import { spaceOfLine } from './leaving.ts';
import { isOpen, seatsOn } from './roster.ts';
import type { Session } from './session.ts';

/** Where a line sits now; `null` for one that has no place, or whose space is closed, and once all is over. */
const spaceOf = (session: Session, line: LineId) =>
  isOpen(session) &&
  session.lines[line]?.state === 'seated' &&
  seatsOn(session, line).some(({ gone }) => gone === null)
    ? spaceOfLine(session, line)
    : null;

/** Of these lines those that sit in one space with this line, itself left out. */
export const besides = (session: Session, line: LineId, others: readonly LineId[]): readonly LineId[] => {
  const space = spaceOf(session, line);
  return space === null ? [] : others.filter((other) => other !== line && spaceOf(session, other) === space);
};

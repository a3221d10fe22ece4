// One event, one new state. Total and exhaustive: a forgotten event does not compile.

import { withoutOldEnds } from './ended-lines.ts';
import { evolveCourse } from './evolve-course.ts';
import { evolveLeaders } from './evolve-leaders.ts';
import { evolveLeaving } from './evolve-leaving.ts';
import { asked, connected, lineMoved, seated, seatGone, turnedAway, withLine } from './evolve-lines.ts';
import { apartSet, besideAnswered, besideAsked, seatMoved } from './evolve-sites.ts';
import type { SessionEvent } from './events.ts';
import { stepping } from './evolve-stepping.ts';
import { ringChanged } from './evolve-rings.ts';
import { emptySession, type Session } from './session.ts';

const changed = (session: Session, event: SessionEvent): Session => {
  switch (event.type) {
    case 'opened': {
      const { id, group, protocol, media, startsAt, closingLine, at } = event;
      const invitations = event.invitations.map((link) => ({ ...link, revoked: false }));
      const step = protocol.steps[0]?.id ?? emptySession.course.step;
      const course = { ...emptySession.course, step };
      return {
        ...emptySession,
        ...{ id, group, protocol, media, invitations, course, startsAt, closingLine },
        ...{ madeAt: at, status: 'made' },
      };
    }
    case 'invitationAdded':
      return { ...session, invitations: [...session.invitations, { ...event.invitation, revoked: false }] };
    case 'invitationRenewed':
    case 'invitationRevoked': {
      const change =
        event.type === 'invitationRenewed' ? { hash: event.hash, revoked: false } : { revoked: true };
      return {
        ...session,
        shut: session.shut.filter((one) => one !== event.invitation),
        invitations: session.invitations.map((one) =>
          one.invitation === event.invitation ? { ...one, ...change } : one,
        ),
      };
    }
    case 'asked':
      return asked(session, event);
    case 'postponed':
      return {
        ...session,
        lines: withLine(session, event.line, (old) =>
          old.state === 'waiting' ? { ...old, nextPhase: true } : old,
        ),
      };
    case 'turnedAway':
      return withoutOldEnds(turnedAway(session, event));
    case 'seated':
      return seated(session, event);
    case 'lineMoved':
      return withoutOldEnds(lineMoved(session, event));
    case 'seatMoved':
      return withoutOldEnds(seatMoved(session, event));
    case 'besideAsked':
      return besideAsked(session, event);
    case 'besideAnswered':
    case 'besideWithdrawn':
      return besideAnswered(session, event);
    case 'apartSet':
      return apartSet(session, event);
    case 'doorTimeCame':
      return { ...session, doorTimeCame: true };
    case 'doorOpened':
      return { ...session, door: 'open' };
    case 'doorClosed':
      return { ...session, door: 'closed' };
    case 'connected':
      return connected(session, event);
    case 'disconnected':
      return {
        ...session,
        lines: withLine(session, event.line, (old) => ({ ...old, present: false, since: event.at })),
      };
    case 'left':
    case 'removed':
      return seatGone(session, event.seat, event.type, event.at);
    case 'askedOut':
    case 'askedIn':
      return ringChanged(session, event.seat, event.type === 'askedOut' ? 'outer' : 'inner');
    case 'steppedOut':
    case 'steppedIn':
    case 'helpAsked':
    case 'helpSeen':
    case 'helpWithdrawn':
      return stepping(session, event);
    case 'quietSet':
      return { ...session, tellsQuiet: event.on };
    case 'backupNamed':
    case 'backupAgreed':
    case 'backupDeclined':
    case 'steppedDown':
    case 'steppedUp':
    case 'leadershipOffered':
    case 'leadershipTaken':
    case 'leadershipDeclined':
    case 'lineClosed':
    case 'lineFreed':
    case 'openingAsked':
    case 'pressed':
      return evolveLeaders(session, event);
    case 'endAnnounced':
    case 'endTakenBack':
    case 'leavingBegun':
    case 'stayedLonger':
    case 'spaceClosed':
    case 'ended':
      return evolveLeaving(session, event);
    case 'begun':
    case 'endMoved':
    case 'presenterChosen':
    case 'presenterCleared':
    case 'moved':
    case 'undone':
    case 'courseEdited':
    case 'caseStopped':
    case 'caseClosed':
    case 'caseOffered':
    case 'caseOfferWithdrawn':
    case 'extended':
    case 'held':
    case 'resumed':
    case 'handRaised':
    case 'handLowered':
    case 'floorGiven':
    case 'floorTaken':
    case 'voiceSet':
    case 'comeInAsked':
    case 'comeInSeen':
    case 'comeInWithdrawn':
      return evolveCourse(session, event);
  }
};

/** The state after one more event. */
export const evolve = (session: Session, event: SessionEvent): Session => ({
  ...changed(session, event),
  version: session.version + 1,
});

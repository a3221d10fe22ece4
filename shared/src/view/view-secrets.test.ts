import { describe, expect, it } from 'vitest';
import { NO_MEDIA } from '../media-report.ts';
import type { SessionEvent } from '../session/events.ts';
import { evolve } from '../session/evolve.ts';
import { leads } from '../session/leadership.ts';
import { runningRow, waitingLines } from '../session/roster.ts';
import type { Session } from '../session/session.ts';
import { property } from '../testing/along.ts';
import { viewFor } from './view-for.ts';
import { MINUTE, later, type AskId, type Instant, type InvitationId, type LineId } from '../vocabulary.ts';

type Secret = { readonly event: SessionEvent; readonly knows: readonly LineId[] };

const BESIDE = { ask: 'ask-1' as AskId, name: 'A stranger', profession: '', site: 'York' };

/** What may happen now that nobody learns of but leaders, and those lines whom it concerns. */
const secretsOf = (session: Session, at: Instant): readonly Secret[] => {
  const { course, invitations, seats } = session;
  const waiting = waitingLines(session);
  const presenter = seats.find(({ seat }) => Object.values(course.presenters).includes(seat));
  const [link] = invitations;
  const line = 'a-line-of-nobody' as LineId;
  const hidden = runningRow(session).memberClock !== 'soft';
  const events: readonly (readonly [SessionEvent, (LineId | undefined)?])[] = [
    ...(link ? [[{ at, type: 'invitationRevoked', invitation: link.invitation }] as const] : []),
    ...(link
      ? [[{ at, type: 'invitationRenewed', invitation: link.invitation, hash: 'another' }] as const]
      : []),
    [
      {
        at,
        type: 'invitationAdded',
        invitation: {
          invitation: 'inv-fresh' as InvitationId,
          hash: 'fresh',
          kind: 'open',
          role: 'member',
          name: null,
        },
      },
    ],
    [
      {
        at,
        type: 'asked',
        line,
        invitation: 'inv-open' as InvitationId,
        people: [{ name: 'A stranger', profession: '' }],
        forSeat: null,
        site: '',
      },
    ],
    ...waiting.flatMap((one) => [
      [{ at, type: 'postponed', line: one.line }, one.line] as const,
      [{ at, type: 'turnedAway', line: one.line, why: 'not-today' }, one.line] as const,
      [{ at, type: 'disconnected', line: one.line }, one.line] as const,
    ]),
    [{ at, type: 'comeInAsked' }, presenter?.line],
    [{ at, type: 'comeInSeen' }, presenter?.line],
    [{ at, type: 'comeInWithdrawn' }, presenter?.line],
    ...seats
      .filter(({ seat, gone }) => gone === null && !course.offers.includes(seat))
      .slice(0, 2)
      .map(({ seat, line: own }) => [{ at, type: 'caseOffered', seat }, own] as const),
    ...seats
      .filter(({ seat, gone }) => gone === null && session.help[seat] === undefined)
      .slice(0, 2)
      .map(({ seat, line: own }) => [{ at, type: 'helpAsked', seat }, own] as const),
    ...seats
      .filter(({ gone }) => gone === null)
      .slice(0, 2)
      .map(({ line: own }) => [{ at, type: 'besideAsked', line: own, ...BESIDE }, own] as const),
    ...(hidden
      ? [
          [{ at, type: 'extended', endsAt: later(at, MINUTE) }] as const,
          [{ at, type: 'held' }] as const,
          [{ at, type: 'resumed' }] as const,
        ]
      : []),
  ];
  return events.map(([event, knows]) => ({ event, knows: knows === undefined ? [] : [knows] }));
};

describe('a view', { timeout: 240_000 }, () => {
  it('[VW3] two states that differ only in what somebody may not know give them the same view, byte for byte', () => {
    property(({ session, now }) => {
      if (session.status !== 'running') return;
      const bytes = (state: Session, line: LineId) => JSON.stringify(viewFor(state, line, now, NO_MEDIA));
      const readers = (Object.keys(session.lines) as LineId[])
        .filter((line) => !session.seats.some((seat) => seat.line === line && leads(session, seat, now)))
        .map((line) => ({ line, before: bytes(session, line) }));
      // One of them in each state: every one of them meets thousands of states.
      const secrets = secretsOf(session, now);
      const secret = secrets[session.version % secrets.length];
      if (!secret) return;
      const after = evolve(session, secret.event);
      for (const { line, before } of readers)
        if (!secret.knows.includes(line) && bytes(after, line) !== before)
          expect([secret.event.type, bytes(after, line)]).toEqual([secret.event.type, before]);
    });
  });
});

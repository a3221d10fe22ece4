import { describe, expect, it } from 'vitest';
import type { PersonalCommand } from '../decisions/commands-schema.ts';
import { decide } from '../decisions/decide.ts';
import { NO_MEDIA } from '../media-report.ts';
import { property } from '../testing/along.ts';
import { holdsIn, TABLE } from '../testing/command-table.ts';
import { fullCircle } from '../testing/play.ts';
import { viewsAt } from './view-for.ts';
import type { LineId } from '../vocabulary.ts';
import { waitingLines } from '../session/roster.ts';

/** Commands that are nothing but their name. */
const PLAIN = [
  ...([
    'begin',
    'openDoor',
    'closeDoor',
    'hold',
    'resume',
    'endSession',
    'keepSession',
    'raiseHand',
    'lowerHand',
  ] as const),
  ...(['stopCase', 'offerCase', 'withdrawOffer'] as const),
  ...(['agreeBackup', 'declineBackup', 'stepDown', 'stepUp', 'takeLead', 'declineLead'] as const),
  ...(['stepOut', 'stepIn', 'askHelp', 'withdrawHelp'] as const),
  ...(['askToComeIn', 'withdrawAsk', 'comeIn', 'seeAsk', 'leave', 'goAway'] as const),
];
/** Without a target, and yet not one command but several. */
const WITH_CHOICE: readonly string[] = [
  ...['addInvitation', 'editCourse', 'openVoice', 'tellQuiet'],
  ...['askBeside', 'withdrawBeside', 'answerBeside', 'sitApart'],
];

/** What is left of the others once the evening has ended. */
const STAYING: readonly string[] = ['leave', 'stepOut', 'stepIn'];

describe('a view', { timeout: 240_000 }, () => {
  it('[VW1] a view shows nothing that is meant for leaders, and no secret at all', () => {
    property((play) => {
      const { session, now } = play;
      const lines = Object.keys(session.lines) as LineId[];
      const since = 1_234_567_890_123 as typeof now;
      const media = {
        unconfirmed: lines,
        unenforced: lines.map((line) => ({ line, since, mayBeHeard: true, mayBeSeen: true })),
        strangers: { circle: { count: 987_654_321, last: 777 as typeof now }, debrief: null },
        disguised: lines,
        connected: { circle: lines, debrief: [] },
        sealed: true,
      };
      const viewOf = viewsAt(session, now, media);
      for (const line of lines) {
        const view = viewOf(line);
        const text = JSON.stringify(view);
        const hides = (secret: string) => {
          if (text.includes(secret)) expect(text).not.toContain(secret);
        };
        for (const { hash } of session.invitations) hides(`"${hash}"`);
        if (view?.kind === 'room' && view.you.seats.some(({ leads }) => leads)) continue;
        expect(text).not.toMatch(
          /"(invitations|ask|unenforced|strangers|disguised|backup|handing|closed|last|waiting|mayBe|undo|moved|chair|missed|offers|rings|helps|tellsQuiet)":/,
        );
        expect(text).not.toMatch(/1234567890123|987654321/);
        for (const waiting of waitingLines(session)) {
          if (waiting.line === line) continue;
          hides(`"${waiting.line}"`);
          for (const { name, profession } of waiting.people) {
            hides(name);
            hides(profession);
          }
        }
      }
    });
  });

  it('[VW2] of every command without a target, a view says that one can give it just where the rules accept it', () => {
    const { course } = fullCircle().play.session;
    const commands = ({ turn }: typeof course): readonly PersonalCommand[] => [
      ...(['next', 'back', 'bringBack', 'undo', 'closeCase'] as const).map((type) => ({ type, turn })),
      { type: 'extend', minutes: 1, turn },
      { type: 'moveEnd', minutes: 5 },
      ...PLAIN.map((type) => ({ type }) as PersonalCommand),
      ...(['endDebrief', 'stayLonger'] as const).map((type) => ({ type })),
    ];
    const names = Object.entries(TABLE).flatMap(([name, [who, , target]]) =>
      target === 'none' && who !== 'server' && !WITH_CHOICE.includes(name) ? [name] : [],
    );
    expect(
      commands(course)
        .map(({ type }) => type as string)
        .toSorted(),
    ).toEqual(names.toSorted());
    property(({ session, now }) => {
      const viewOf = viewsAt(session, now, NO_MEDIA);
      for (const line of new Set(session.seats.map((seat) => seat.line))) {
        const view = viewOf(line);
        if (view?.kind !== 'room') continue;
        for (const { seat, can, leads } of view.you.seats) {
          for (const command of commands(session.course)) {
            // At a camera of several a command is somebody's, and a leader's is that of whoever leads.
            const leading = TABLE[command.type][0] === 'leader';
            if (leading && !leads && view.you.seats.some((one) => one.leads)) continue;
            const own = leading ? command : ({ ...command, as: seat } as PersonalCommand);
            const by = { kind: 'line', line } as const;
            const decision = decide(session, own, { by, now, fresh: () => 'id' });
            // Choosing the presenter first is part of pressing.
            const accepted = decision.ok || decision.refusal === 'no-presenter';
            if (can.includes(command.type) !== accepted)
              expect([command.type, can.includes(command.type)]).toEqual([command.type, accepted]);
          }
          for (const name of can) {
            const [who, when] = TABLE[name];
            const where = view.session.begun ? view.course.kind : 'before';
            // Of a course that leaders have changed, the kind of a step does not say whether a case is ahead of it.
            const told = session.edited !== null || holdsIn(when, where);
            const over = when === 'leaving' || STAYING.includes(name);
            const holds = session.leaving === null ? told : over;
            if (!holds || (who === 'leader' && !leads))
              expect([name, holds, leads]).toEqual([name, true, true]);
          }
        }
      }
    });
  });
});

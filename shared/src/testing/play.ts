// A session that tests can drive: real `step`, a clock set by hand, ids that count.

import type { Actor, Command } from '../decisions/command.ts';
import type { PersonalCommand } from '../decisions/commands-schema.ts';
import type { Invitation } from '../session/session.ts';
import { emptySession, type Session } from '../session/session.ts';
import type { CourseId, Protocol } from '../protocol/steps.ts';
import { protocolOf } from '../protocol/presets.ts';
import type { SessionEvent } from '../session/events.ts';
import { restEnds } from '../session/timer.ts';
import { step, type Stepped } from '../step.ts';
import { NO_MEDIA, type MediaReport } from '../media-report.ts';
import { viewFor } from '../view/view-for.ts';
import type { Shown } from '../view/view.ts';
import {
  later,
  type Instant,
  type InvitationId,
  type LineId,
  type Role,
  type SeatId,
  type SessionId,
} from '../vocabulary.ts';
import type { PhaseKind } from '../protocol/phases.ts';

const START = 1_700_000_000_000;

export class Play {
  session: Session = emptySession;
  now = START as Instant;
  readonly log: SessionEvent[] = [];
  #ids = 0;

  /** Opens a session with the leader's, the co-leader's, the open and a supervisor's link, and personal ones by name. */
  constructor(
    form: CourseId | Protocol = 'case45',
    protectStory = true,
    personal: readonly string[] = [],
    /** Milliseconds from now to its date. */
    ahead: number | null = null,
  ) {
    const link = (name: string, kind: Invitation['kind'], role: Role) => ({
      invitation: `inv-${name}` as InvitationId,
      hash: `hash-${name}`,
      kind,
      role,
      name: kind === 'open' ? null : name,
    });
    this.must(
      {
        type: 'open',
        id: 'session' as SessionId,
        group: 'Thursday group',
        protocol: typeof form === 'string' ? protocolOf(form, protectStory) : form,
        invitations: [
          link('ruth', 'leader', 'leader'),
          link('tomas', 'leader', 'coLeader'),
          link('open', 'open', 'member'),
          link('watch', 'open', 'observer'),
          ...personal.map((name) => link(name, 'personal', 'member')),
          link('lena', 'personal', 'supervisor'),
        ],
        ...(ahead === null ? {} : { startsAt: later(this.now, ahead) }),
      },
      { kind: 'door' },
    );
  }

  /** Tries a command and keeps what follows from it. */
  do(command: Command, by: Actor): Stepped {
    const answer = step(this.session, command, {
      by,
      now: this.now,
      fresh: () => {
        this.#ids += 1;
        return `id-${String(this.#ids).padStart(6, '0')}`;
      },
    });
    if (answer.ok) {
      this.session = answer.next;
      this.log.push(...answer.events);
    }
    return answer;
  }

  must(command: Command, by: Actor): Extract<Stepped, { ok: true }> {
    const answer = this.do(command, by);
    if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.refusal}`);
    return answer;
  }

  /** Milliseconds pass; nothing rings by itself. */
  wait(ms: number): this {
    this.now = (this.now + ms) as Instant;
    return this;
  }

  tick(): this {
    this.must({ type: 'tick' }, { kind: 'server' });
    return this;
  }

  /** Asks to come in; the line that waits or sits. */
  ask(link: string, name: string, takeOver = false, profession = ''): Stepped {
    return this.do(
      { type: 'enter', hash: `hash-${link}`, name, profession, rulesAccepted: true, takeOver },
      { kind: 'door' },
    );
  }

  /** Several ask to come in, at one camera. */
  askTogether(link: string, site: string, names: readonly string[]): Stepped {
    const [name = '', ...others] = names;
    const people = others.map((one) => ({ name: one, profession: `Profession of ${one}` }));
    const who = { name, profession: `Profession of ${name}`, rulesAccepted: true, takeOver: false };
    return this.do(
      { type: 'enter', hash: `hash-${link}`, ...who, beside: { site, people } },
      { kind: 'door' },
    );
  }

  enter(link: string, name: string, takeOver = false): LineId {
    const answer = this.ask(link, name, takeOver);
    if (!answer.ok || !answer.result.line) throw new Error(`${name} was refused`);
    return answer.result.line;
  }

  connect(line: LineId, page = `page-${line}`, sit = false): Stepped {
    return this.do({ type: 'connect', line, page, sit }, { kind: 'server' });
  }

  /** The socket has gone; `silent` milliseconds passed since its last sign of life. */
  disconnect(line: LineId, silent = 0): void {
    const identity = this.session.lines[line]?.identity;
    const seen = later(this.now, -silent);
    if (identity) this.must({ type: 'disconnect', line, identity, seen }, { kind: 'server' });
  }

  /** What a person at a line asks for. */
  says(line: LineId, command: PersonalCommand): Stepped {
    return this.do(command, { kind: 'line', line });
  }

  lead(command: PersonalCommand): Stepped {
    const leader = this.session.seats.find((seat) => seat.role === 'leader');
    if (!leader) throw new Error('Nobody leads');
    return this.says(leader.line, command);
  }

  /** The leader names a backup, who agrees. */
  backUp(line: LineId): void {
    const named = this.lead({ type: 'nameBackup', seat: this.seat(line) });
    const agreed = this.says(line, { type: 'agreeBackup' });
    if (!named.ok || !agreed.ok) throw new Error('There is no backup');
  }

  seat(line: LineId): SeatId {
    const seat = this.session.seats.find((one) => one.line === line);
    if (!seat) throw new Error('No seat on this line');
    return seat.seat;
  }

  view(line: LineId, media: MediaReport = NO_MEDIA): Shown | null {
    return viewFor(this.session, line, this.now, media);
  }

  room(line: LineId): Extract<Shown, { kind: 'room' }> {
    const view = this.view(line);
    if (view?.kind !== 'room') throw new Error(`The line is not in the room: ${view?.kind ?? 'unknown'}`);
    return view;
  }

  /** A leader presses Begin, and the moment after it passes. */
  begin(): this {
    const answer = this.lead({ type: 'begin' });
    if (!answer.ok) throw new Error(`Begin was refused: ${answer.refusal}`);
    return this.rested();
  }

  /** Lets the rest after a move pass, as leaders do who mean another step. */
  rested(): this {
    const ends = restEnds(this.session, this.now);
    return ends === null ? this : this.wait(ends - this.now);
  }

  /** Goes to the first step of a kind. */
  to(kind: PhaseKind): this {
    const step = this.session.protocol.steps.find((one) => one.kind === kind);
    if (step === undefined || step.id === this.session.course.step) return this;
    const answer = this.rested().lead({ type: 'goTo', step: step.id, turn: this.session.course.turn });
    if (!answer.ok) throw new Error(`Going to ${kind} was refused: ${answer.refusal}`);
    return this;
  }
}

/** A session that has begun: leader, co-leader, presenter chosen, two members, one observer, all connected. */
export const fullCircle = (form: CourseId | Protocol = 'case45', protectStory = true, begun = true) => {
  const play = new Play(form, protectStory);
  const sit = (link: string, name: string): LineId => {
    const line = play.enter(link, name);
    play.connect(line);
    if (play.session.lines[line]?.state === 'waiting') play.lead({ type: 'admit', line, answer: 'letIn' });
    return line;
  };
  const ruth = sit('ruth', 'Ruth');
  const tomas = sit('tomas', 'Tomás');
  const claire = sit('open', 'Claire');
  const samir = sit('open', 'Samir');
  const mei = sit('open', 'Mei');
  const lars = sit('watch', 'Lars');
  play.lead({ type: 'choosePresenter', seat: play.seat(claire) });
  if (begun) play.begin();
  return { play, ruth, tomas, claire, samir, mei, lars };
};

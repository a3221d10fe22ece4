// People of a session without a browser: they open it, come in by their link, send commands and read their view.

import { socketPath } from '@tele-balint/shared/addresses';
import { createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type { PersonalCommand } from '@tele-balint/shared/decisions/commands-schema';
import type { EnterAnswer, EnterBody, MediaAnswer, OpenBody } from '@tele-balint/shared/http';
import { protocolOf } from '@tele-balint/shared/protocol/presets';
import type { CourseId, Protocol } from '@tele-balint/shared/protocol/steps';
import { PROTOCOL_VERSION } from '@tele-balint/shared/protocol-version';
import type { RoomView, View } from '@tele-balint/shared/view/view';
import type { InvitationId, LineId, Role } from '@tele-balint/shared/vocabulary';
import type {
  Ack,
  ClientEvents,
  Handshake,
  RelayAck,
  RelayedFrame,
  ServerEvents,
} from '@tele-balint/shared/wire';
import { io, type Socket } from 'socket.io-client';
import { ANSWER_WITHIN, ask } from './ask.ts';
import { agrees, keysOf, type Place } from './keys.ts';
import { roomSecret } from './room-secret.ts';
import { until } from './until.ts';

/** 144 bits, base64url. */
const fresh = (): string => randomBytes(18).toString('base64url');
type Happens = { readonly view: []; readonly envelope: [RelayedFrame]; readonly close: [] };

export type Person = {
  readonly name: string;
  /** The session's id. */
  readonly session: string;
  /** @param id the same id is the same command */
  send(command: PersonalCommand, id?: string): Promise<Ack>;
  /** Sends a sealed envelope to other lines; the answer names who got it. */
  post(to: readonly LineId[], sealed: string): Promise<RelayAck>;
  /** Every envelope that came. */
  readonly envelopes: readonly RelayedFrame[];
  /** Calls back at each new view, each envelope that comes, and at the end; the answer stops it. */
  on<K extends keyof Happens>(what: K, does: (...told: Happens[K]) => void): () => void;
  /** The last view; throws if there was none yet. */
  view(): View;
  /** The last view, if it is one of the room; throws otherwise. */
  room(): RoomView;
  /** Waits for a view of the room that fits. */
  until(what: string, fits: (view: RoomView) => boolean, deadline?: number): Promise<RoomView>;
  /** Everything that is needed to join the media server through our gateway, and to seal where all is sealed. */
  media(): Promise<Required<Place> & { readonly identity: string }>;
  /** Opens a second window in the same browser, which answers "Sit here instead". */
  newWindow(): Promise<Person>;
  /** Closes the socket, as a page that is closed. */
  close(): void;
};

export type OpenedSession = {
  readonly id: string;
  /** The secret in the link of this person. */
  secretOf(name: string): string;
  /** Comes in by the person's own link, alone or with others at the same camera, and waits for the first view. */
  enter(name: string, beside?: NonNullable<EnterBody['beside']>): Promise<Person>;
};

/**
 * Opens a session with a leader's link for each leader and a personal one for everybody else.
 * @param url our origin
 */
export async function openSession(
  url: string,
  people: Readonly<Record<string, Role>>,
  {
    preset = 'case45',
    protectStory = true,
    group = 'Thursday group',
    protocol = protocolOf(preset, protectStory),
    closingLine,
    agree = true,
  }: {
    preset?: CourseId;
    protectStory?: boolean;
    group?: string;
    protocol?: Protocol;
    closingLine?: string;
    /** Whether they agree on keys as pages do, where all is sealed. */
    agree?: boolean;
  } = {},
): Promise<OpenedSession> {
  const id = fresh();
  const secrets = new Map(Object.keys(people).map((name) => [name, fresh()]));
  const secretOf = (name: string): string => {
    const secret = secrets.get(name);
    if (secret === undefined) throw new Error(`${name} has no link`);
    return secret;
  };
  const invitations = Object.entries(people).map(([name, role]) => ({
    invitation: fresh() as InvitationId,
    hash: createHash('sha256').update(secretOf(name)).digest('base64url'),
    kind: role === 'leader' || role === 'coLeader' ? ('leader' as const) : ('personal' as const),
    role,
    name,
  }));
  await ask('PUT', `${url}/api/sessions/${id}`, {
    protocol,
    group,
    invitations,
    ...(closingLine !== undefined && { closingLine }),
  } satisfies OpenBody);
  return {
    id,
    secretOf,
    async enter(name, beside) {
      const { token } = await ask<EnterAnswer>('POST', `${url}/api/sessions/${id}/enter`, {
        id: fresh(),
        secret: secretOf(name),
        name,
        profession: '',
        rulesAccepted: true,
        takeOver: false,
        ...(beside !== undefined && { beside }),
      });
      return connect(url, id, name, token, { sit: false, agree });
    },
  };
}

/** Opens the socket of one page load with a seat token; waits for the first view. */
async function connect(
  url: string,
  session: string,
  name: string,
  token: string,
  { sit, agree }: { readonly sit: boolean; readonly agree: boolean },
): Promise<Person> {
  const auth: Handshake = { session, token, version: PROTOCOL_VERSION, page: fresh(), sit };
  const socket: Socket<ServerEvents, ClientEvents> = io(url, {
    path: socketPath(session),
    transports: ['websocket'],
    auth,
    extraHeaders: { origin: url },
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    forceNew: true,
  });
  let last: View | null = null;
  let refusal: string | null = null;
  const envelopes: RelayedFrame[] = [];
  const happens = new EventEmitter();
  socket.on('view', (view) => {
    last = view;
    happens.emit('view');
  });
  socket.on('relay', (envelope) => {
    envelopes.push(envelope);
    happens.emit('envelope', envelope);
  });
  socket.on('connect_error', (error) => (refusal = error.message));
  const view = (): View => {
    if (last === null) throw new Error(`${name} has no view yet${refusal === null ? '' : `: ${refusal}`}`);
    return last;
  };
  const room = (): RoomView => {
    const now = view();
    if (now.kind !== 'room') throw new Error(`${name} is not in the room: ${JSON.stringify(now)}`);
    return now;
  };
  const said = (): string => JSON.stringify({ last, refusal });
  await until(`a view for ${name}`, () => last !== null, ANSWER_WITHIN).catch((error: unknown) => {
    socket.disconnect();
    throw new Error(`${String(error)}: ${said()}`);
  });
  const person: Person = {
    name,
    session,
    view,
    room,
    send: (command, id = fresh()) =>
      socket.timeout(ANSWER_WITHIN).emitWithAck('command', { id: id as never, command }),
    post: (to, sealed) => socket.timeout(ANSWER_WITHIN).emitWithAck('relay', { to: [...to], sealed }),
    envelopes,
    on(what, does) {
      happens.on(what, does);
      return () => void happens.off(what, does);
    },
    async until(what, fits, deadline = ANSWER_WITHIN) {
      const holds = (): RoomView | null => (last?.kind === 'room' && fits(last) ? last : null);
      return until(`${name}: ${what}`, holds, deadline).catch((error: unknown) => {
        throw new Error(`${String(error)}; the last view: ${said()}`);
      });
    },
    async media() {
      const identity = room().you.media?.identity;
      if (identity === undefined) throw new Error(`${name} has no media identity`);
      const answer = await ask<MediaAnswer>('POST', `${url}/api/sessions/${session}/media`, {
        token,
        identity,
      });
      const at = new URL(answer.url, url.replace(/^http/, 'ws')).href;
      return { url: at, token: answer.token, identity, keys: keysOf(person, roomSecret) };
    },
    newWindow: () => connect(url, session, name, token, { sit: true, agree }),
    close() {
      socket.disconnect();
      happens.emit('close');
    },
  };
  if (agree) agrees(person, roomSecret);
  return person;
}

/** Sends a command and fails with its refusal. */
export async function must(person: Person, command: PersonalCommand): Promise<void> {
  const answer = await person.send(command);
  if (!answer.ok) throw new Error(`${person.name}: ${command.type} was refused: ${answer.refusal}`);
}

/** Waits until the rest after a move is over, as a leader sees it. */
export const rested = (leader: Person): Promise<RoomView> =>
  leader.until('the end of the rest after a move', (view) => view.leader?.rests === false);

/** Begins the session, where nobody has yet; the next move may be pressed. */
export async function begin(leader: Person): Promise<void> {
  if (!leader.room().session.begun) await must(leader, { type: 'begin' });
  await leader.until('the beginning', (view) => view.session.begun && view.leader?.rests === false);
}

/** Begins, and moves the course on, one step after the other, until a step of this kind runs. */
export async function goOnTo(leader: Person, kind: RoomView['course']['kind']): Promise<void> {
  await begin(leader);
  for (;;) {
    if (leader.room().course.kind === kind) return;
    const { course } = await rested(leader);
    await must(leader, { type: 'next', turn: course.turn });
    await leader.until(`the step after ${course.kind}`, (view) => view.course.turn > course.turn);
  }
}

/** Goes to the first step of a kind and waits until everybody's room is there. */
export async function goTo(leader: Person, kind: RoomView['course']['kind']): Promise<void> {
  const { turn, steps } = (await rested(leader)).course;
  const step = steps.find((one) => one.kind === kind);
  if (step === undefined) throw new Error(`this course has no ${kind}`);
  await must(leader, { type: 'goTo', step: step.id, turn });
  await leader.until(`the step ${kind}`, ({ course }) => course.turn > turn);
}

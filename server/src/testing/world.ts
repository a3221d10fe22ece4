// Registries on logs in memory, on a clock that tests move: all of the server below its sockets.

import { randomBytes } from 'node:crypto';
import type { OpenBody } from '@tele-balint/shared/http';
import { MOVE_REST } from '@tele-balint/shared/session/timer';
import type { LineId, SessionId } from '@tele-balint/shared/vocabulary';
import type { View } from '@tele-balint/shared/view/view';
import type { RelayedFrame } from '@tele-balint/shared/wire';
import { pino } from 'pino';
import { createBudgets } from '../budgets.ts';
import { noFailpoint } from '../failpoint.ts';
import type { EventLog } from '../log/event-log.ts';
import { memoryKeys } from '../log/key-store.ts';
import { memoryLog } from '../log/memory.ts';
import { sealedLog } from '../log/sealed.ts';
import { receiptsUnder } from '../session/receipts.ts';
import { createRegistry, type Registry } from '../session/registry.ts';
import { fakeEnforcer } from './fake-enforcer.ts';
import { freshGroup, openBodyOf, type Group, type Link } from './group.ts';
import { manualClock } from './manual-clock.ts';
import { freshId } from './raw-socket.ts';
import { until } from './until.ts';

export const server = { kind: 'server' } as const;

/** A registry on a log that outlives it, and that may be made to fail. */
export const world = (
  given: {
    log?: EventLog;
    keys?: ReturnType<typeof memoryKeys>;
    start?: number;
    /** 1: as the program has it when nobody sets any. */
    allowance?: number;
  } = {},
) => {
  const clock = manualClock(given.start);
  const enforcer = fakeEnforcer();
  const rows = given.log ?? memoryLog();
  const keys = given.keys ?? memoryKeys();
  const faulty = { fails: false, tries: 0 };
  const log: EventLog = {
    ...rows,
    append: async (...parts) => {
      faulty.tries += 1;
      if (faulty.fails) throw new Error('the disk is full');
      await rows.append(...parts);
    },
  };
  const { allowance = 1_000 } = given;
  const budgets = createBudgets(clock, { allowance, failuresPerMinute: 30, requestsPerMinute: 4_800 });
  const lines: string[] = [];
  const registry = createRegistry({
    log: sealedLog(log, keys),
    clock,
    enforcer,
    receipts: receiptsUnder('a secret of this world'),
    written: budgets.written,
    envelopes: budgets,
    fresh: () => randomBytes(18).toString('base64url'),
    failpoint: noFailpoint,
    logger: pino({ level: 'warn' }, { write: (line) => lines.push(line) }),
  });
  return { registry, clock, enforcer, rows, keys, faulty, lines };
};

/** What opens the session of a group. */
export const bodyOf = (group: Group): OpenBody => openBodyOf(group);
export const idOf = (group: Group): SessionId => group.id as SessionId;

export const enterBody = (name: string) => ({
  id: freshId() as never,
  name,
  profession: '',
  rulesAccepted: true,
  takeOver: false,
});

/** Comes in and connects; answers with what a page knows, and its views. */
export const comeIn = async (
  registry: Registry,
  group: Group,
  link: Link,
  name: string,
  takes: () => boolean = () => true,
) => {
  const id = idOf(group);
  const entered = await registry.enter(id, link.hash, enterBody(name));
  if (!entered.ok) throw new Error(entered.refusal);
  const line = (await registry.lineOf(id, entered.token)) as LineId;
  const command = { type: 'connect', line, page: freshId(), sit: false } as const;
  const outcome = await registry.handle(id, { command, by: server, commandId: freshId() });
  if (!outcome.ok || outcome.identity === null) throw new Error('did not connect');
  const views: View[] = [];
  const relayed: RelayedFrame[] = [];
  registry.watch(id, {
    line,
    identity: outcome.identity,
    onView: ({ text }) => views.push(JSON.parse(text) as View),
    onRelay: (envelope) => takes() && relayed.push(envelope) > 0,
  });
  return { line, identity: outcome.identity, token: entered.token, views, relayed };
};

/** A leader presses Begin, and the moment passes in which the course rests. */
export const begin = async (
  { registry, clock }: Pick<ReturnType<typeof world>, 'registry' | 'clock'>,
  id: SessionId,
  { line, views }: Awaited<ReturnType<typeof comeIn>>,
): Promise<void> => {
  const order = { command: { type: 'begin' }, by: { kind: 'line', line }, commandId: freshId() } as const;
  const outcome = await registry.handle(id, order);
  if (!outcome.ok) throw new Error(`Begin was refused: ${outcome.refusal}`);
  clock.advance(MOVE_REST);
  await until('the end of the rest after Begin', () => {
    const view = views.at(-1);
    return view?.kind === 'room' && view.session.begun && view.leader?.rests === false;
  });
};

/** A session that its leader has entered and begun. */
export const opened = async (given: Parameters<typeof world>[0] = {}) => {
  const at = world(given);
  const group = freshGroup();
  const id = idOf(group);
  const { ok } = await at.registry.open(id, bodyOf(group));
  if (!ok) throw new Error('the session was not opened');
  const leader = await comeIn(at.registry, group, group.leader, 'Anna');
  await begin(at, id, leader);
  return { ...at, group, id, leader, by: { kind: 'line', line: leader.line } as const };
};

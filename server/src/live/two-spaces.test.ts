// The time to stay, over real connections: an envelope goes to everybody of one's own space, and to nobody of the other.

import type { OpenBody } from '@tele-balint/shared/http';
import { END_NOTICE } from '@tele-balint/shared/session/timer';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { enter, freshGroup, freshLink, openBodyOf, send } from '../testing/group.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { freshId, knock, type RawSocket } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';

const DEBRIEF = ['Anna', 'Bea', 'Sven'] as const;
const CIRCLE = ['Ben', 'Cleo', 'Eve'] as const;
const ALL = [...DEBRIEF, ...CIRCLE] as const;
type Name = (typeof ALL)[number];

const clock = manualClock();
const pages = new Map<Name, { readonly token: string; readonly page: string }>();
const sockets = new Map<Name, RawSocket>();
let at: Listening;
let session: string;

const one = (name: Name): RawSocket => sockets.get(name) ?? expect.fail(`${name} is not there`);
const come = async (name: Name): Promise<void> => {
  sockets.set(
    name,
    await knock(at.url, { session, ...(pages.get(name) ?? expect.fail(`${name} has no page`)) }),
  );
};
const spaceOf = (name: Name): readonly Name[] => (DEBRIEF.some((of) => of === name) ? DEBRIEF : CIRCLE);
const kindOf = (name: Name): string => one(name).room().course.kind;
const post = (from: Name, to: Name, what: string): void =>
  void one(from).relay([one(to).room().you.line], `${what} from ${from}`);
const gotBy = (name: Name): string[] =>
  one(name).relayed.map((envelope) => (envelope as { sealed: string }).sealed);

/** These write one sort of envelope, each to everybody of theirs. */
const all = (what: string, from: readonly Name[], to: (of: Name) => readonly Name[]): void => {
  for (const name of from) for (const other of to(name)) if (other !== name) post(name, other, what);
};
const arrived = (what: string): Promise<unknown> =>
  until(`${what}, everywhere`, () =>
    ALL.every((name) =>
      spaceOf(name).every((other) => other === name || gotBy(name).includes(`${what} from ${other}`)),
    ),
  );
/** What came to each from outside their own space. */
const strange = (): string[] =>
  ALL.flatMap((name) =>
    gotBy(name)
      .filter((sealed) => !spaceOf(name).some((other) => sealed.endsWith(` from ${other}`)))
      .map((sealed) => `${name}: ${sealed}`),
  );

beforeAll(async () => {
  at = await listening({ clock });
  const group = freshGroup();
  session = group.id;
  const body = openBodyOf(group);
  const supervisor = freshLink();
  const invitations = [
    ...body.invitations,
    {
      invitation: supervisor.invitation,
      hash: supervisor.hash,
      kind: 'personal',
      role: 'supervisor',
      name: null,
    },
  ];
  const { status } = await send(at.url, 'PUT', `/api/sessions/${session}`, {
    ...body,
    invitations,
  } as OpenBody);
  expect(status).toBe(201);
  const [ben, cleo] = group.members;
  const links = { Anna: group.leader, Bea: group.coLeader, Sven: supervisor };
  const theirs = { ...links, Ben: ben!, Cleo: cleo!, Eve: group.observer };
  for (const name of ALL) {
    pages.set(name, { token: await enter(at.url, group, theirs[name], name), page: freshId() });
    await come(name);
  }
}, 60_000);
afterAll(() => at.stop());

it('[SK6] before the end an envelope goes from any to any', { timeout: 60_000 }, async () => {
  all('before', ALL, () => ALL);
  await until('all of them', () => ALL.every((name) => gotBy(name).length === ALL.length - 1));
  expect(strange()).toHaveLength(2 * DEBRIEF.length * CIRCLE.length);
});

it(
  '[LV6, PH3] in the debrief and in the circle it reaches all of the own space and nobody of the other, also on a new connection',
  { timeout: 60_000 },
  async () => {
    const lines = ALL.map((name) => one(name).room().you.line);
    expect(await one('Anna').command({ type: 'begin' })).toEqual({ ok: true });
    expect(await one('Anna').command({ type: 'endSession', stay: true })).toEqual({ ok: true });
    clock.advance(END_NOTICE);
    await until('two rooms', () =>
      ALL.every((name) => kindOf(name) === (spaceOf(name) === DEBRIEF ? 'debrief' : 'leaving')),
    );
    await Promise.all((['Bea', 'Cleo'] as const).map(come));
    // The addresses are those that reached everybody before.
    expect(ALL.map((name) => one(name).room().you.line)).toEqual(lines);
    for (const name of ALL) one(name).relayed.length = 0;
    // A connection is read in its order: once the second sort has arrived, the first was carried, or was not; and what is
    // written to a connection arrives in its order: once the third sort is there, nothing of the first is still on its way.
    all('across', ALL, (name) => ALL.filter((other) => !spaceOf(name).includes(other)));
    all('own', ALL, spaceOf);
    await arrived('own');
    all('last', ALL, spaceOf);
    await arrived('last');
    expect(strange()).toEqual([]);
    expect(ALL.filter((name) => one(name).closed)).toEqual([]);
  },
);

// Proof: both rings full, twenty-six people who come at once by our server and are all in the media server. In push-back exactly the
// inner ring but its presenter may speak there, and is heard outside too; from outside nobody is; an envelope reaches all others.

import { setTimeout as pause } from 'node:timers/promises';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import type { Role } from '@tele-balint/shared/vocabulary';
import { dispose, Room } from '@livekit/rtc-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ears, listen } from './ears.ts';
import { enter } from './enter.ts';
import { goOnTo, goTo, must, openSession, type Person, rested } from './people.ts';
import { type Rude, rudeClient } from './rude.ts';
import { type Stack, startStack } from './stack.ts';
import { until } from './until.ts';

const named = (what: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${what} ${n + 1}`);
const MEMBERS = named('Member', 12);
const OBSERVERS = named('Observer', 11);
const INNER = ['Ada', 'Bo', ...MEMBERS];
const OUTER = ['Sven', ...OBSERVERS];
const ALL = [...INNER, ...OUTER];
const ROLES: Readonly<Record<string, Role>> = {
  ...{ Ada: 'leader', Bo: 'coLeader', Sven: 'supervisor' },
  ...Object.fromEntries(MEMBERS.map((name) => [name, 'member' as const])),
  ...Object.fromEntries(OBSERVERS.map((name) => [name, 'observer' as const])),
};
/** Whoever tells the case, who speaks in each ring whatever is said, and who listens in each. */
const PRESENTER = 'Member 1';
const SPEAKS = { inner: 'Member 2', outer: 'Observer 1' } as const;
const LISTENS = { inner: 'Member 3', outer: 'Observer 2' } as const;

/** Milliseconds for which silence is measured, and that sound already on its way may take. */
const WINDOW = 3_000;
const ON_ITS_WAY = 1_000;
/** Milliseconds until twenty-six have come, or were told, on a busy machine. */
const WITHIN = 60_000;

describe('both rings full', () => {
  let stack: Stack;
  const people = new Map<string, Person>();
  const speakers = new Map<string, Rude>();
  const ears = new Map<string, Ears>();
  /** The others, in the media server like everybody; they send and take nothing. */
  const present: Room[] = [];

  const person = (name: string): Person => people.get(name) ?? expect.fail(`${name} is not there`);
  const speaker = (name: string): Rude => speakers.get(name) ?? expect.fail(`${name} does not speak`);
  const ear = (name: string): Ears => ears.get(name) ?? expect.fail(`${name} does not listen`);
  const identityOf = (name: string): string => person(name).room().you.media?.identity ?? '';

  const joins = async (name: string): Promise<void> => {
    const place = await person(name).media();
    if (Object.values<string>(SPEAKS).includes(name)) speakers.set(name, await rudeClient(place));
    else if (Object.values<string>(LISTENS).includes(name)) ears.set(name, await listen(place));
    else {
      const room = new Room();
      present.push(room);
      await enter(room, place, { autoSubscribe: false });
    }
  };
  /** Who may speak as the media server has it, once everybody's rights are confirmed in their views. */
  const maySpeak = async (): Promise<readonly string[]> => {
    await Promise.all(
      ALL.map((name) => person(name).until('confirmed rights', ({ you }) => you.confirmed, WITHIN)),
    );
    const there = await createLiveKit(stack.livekit).participants(ear(LISTENS.inner).room.name ?? '');
    expect(there).toHaveLength(ALL.length);
    const names = new Map(ALL.map((name) => [identityOf(name), name]));
    return there
      .filter(({ rights }) => rights?.microphone !== false)
      .map(({ identity }) => names.get(identity) ?? identity);
  };

  beforeAll(async () => {
    stack = await startStack();
    const session = await openSession(stack.url, ROLES, { agree: false });
    await Promise.all(ALL.map(async (name) => people.set(name, await session.enter(name))));
  });
  afterAll(async () => {
    await Promise.all([...speakers.values(), ...ears.values()].map((one) => one.leave()));
    await Promise.all(present.map((room) => room.disconnect()));
    for (const one of people.values()) one.close();
    await stack.stop();
    await dispose();
  });

  test('[DR14, OR1] twenty-six come at once, each sits in their ring, and all are in the media server', async () => {
    await Promise.all(
      ALL.map((name) =>
        person(name).until('everybody', ({ places }) => places.length === ALL.length, WITHIN),
      ),
    );
    await Promise.all(ALL.map(joins));
    // Whoever can hear is told of: every page has all of them.
    const here = await Promise.all(
      ALL.map((name) => person(name).until('all ears', (view) => view.ears.length === ALL.length, WITHIN)),
    );
    for (const { places } of here) {
      const ring = (sits: string) => places.filter((place) => place.sits === sits).map(({ name }) => name);
      expect([ring('circle').toSorted(), ring('row').toSorted()]).toEqual([
        INNER.toSorted(),
        OUTER.toSorted(),
      ]);
    }
  });

  test('[PH1] while people arrive both rings may speak, and are heard', async () => {
    expect((await maySpeak()).toSorted()).toEqual(ALL.toSorted());
    for (const name of Object.values(SPEAKS)) {
      await until(`${name}: the right to speak`, () => speaker(name).granted());
      await speaker(name).publish();
    }
    await Promise.all(
      Object.values(LISTENS).flatMap((at) =>
        Object.values(SPEAKS).map((name) => ear(at).hears(identityOf(name), WITHIN)),
      ),
    );
  });

  test('[PH1, OR2, WS2] in push-back the inner ring but its presenter is heard outside too, and nobody from outside', async () => {
    const leader = person('Ada');
    await goOnTo(leader, 'call');
    await must(leader, { type: 'choosePresenter', seat: person(PRESENTER).room().you.seats[0].seat });
    await rested(leader);
    await goTo(leader, 'pushBack');
    await Promise.all(
      ALL.map((name) => person(name).until('push-back', ({ course }) => course.kind === 'pushBack', WITHIN)),
    );
    const wanted = INNER.filter((name) => name !== PRESENTER);
    expect((await maySpeak()).toSorted()).toEqual(wanted.toSorted());
    for (const name of ALL) expect(person(name).room().you.may.microphone, name).toBe(wanted.includes(name));
    await pause(ON_ITS_WAY);
    const from = performance.now();
    // From outside it goes on, and tries anew.
    const again = speaker(SPEAKS.outer)
      .publish()
      .then(
        () => 'taken',
        () => 'refused',
      );
    await pause(WINDOW);
    expect(await again).toBe('refused');
    for (const at of Object.values(LISTENS)) {
      const last = (name: string): number => ear(at).lastHeard(identityOf(name)) ?? 0;
      expect(last(SPEAKS.outer), `${at}: ${SPEAKS.outer} was heard before`).toBeGreaterThan(0);
      expect(last(SPEAKS.outer), `${at}: ${SPEAKS.outer} in push-back`).toBeLessThan(from);
      await ear(at).hears(identityOf(SPEAKS.inner), WITHIN);
    }
  });

  test('[SK6] an envelope from either ring reaches each of the twenty-five others, once', async () => {
    const senders = ['Ada', 'Sven'];
    const lineOf = (name: string) => person(name).room().you.line;
    for (const from of senders) {
      const others = ALL.filter((name) => name !== from).map(lineOf);
      const { got, dropped } = await person(from).post(others, `from ${from}`);
      expect([got.toSorted(), dropped]).toEqual([others.toSorted(), undefined]);
    }
    // Those of their keys come besides, where all is sealed.
    const came = (name: string) =>
      person(name).envelopes.filter(({ sealed }) => senders.some((from) => sealed === `from ${from}`));
    await until(
      'all envelopes',
      () => ALL.every((name) => came(name).length >= senders.filter((from) => from !== name).length),
      WITHIN,
    );
    for (const name of ALL)
      expect(came(name).toSorted((a, b) => a.sealed.localeCompare(b.sealed))).toEqual(
        senders
          .filter((from) => from !== name)
          .map((from) => ({ from: lineOf(from), sealed: `from ${from}` })),
      );
  });
});

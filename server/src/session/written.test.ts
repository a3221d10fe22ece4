// What one place can write into the log of its session: somebody whose browser obeys nothing presses for hours.

import type { LineId } from '@tele-balint/shared/vocabulary';
import { expect, it } from 'vitest';
import { freshId } from '../testing/raw-socket.ts';
import { comeIn, enterBody, opened, server } from '../testing/world.ts';

/** Milliseconds between two presses: as often as the budget of commands allows. */
const PRESSES = 200;
const HOUR = 3_600_000;
/** Three hundred at once and six a minute. */
const IN_AN_HOUR = 300 + 60 * 6;
/** Before the flood begins: opening, coming in, choosing a presenter. */
const FEW = 20;

/** A session that stands in its presentation, with a member who may ask for the floor. */
const telling = async () => {
  const at = await opened({ allowance: 1 });
  const { registry, group, id, by, clock } = at;
  const send = (line: LineId, command: object) =>
    registry.handle(id, {
      command,
      by: { kind: 'line', line },
      commandId: freshId(),
    } as Parameters<typeof registry.handle>[1]);
  const [presenter, member] = [
    await comeIn(registry, group, group.members[0]!, 'Paul'),
    await comeIn(registry, group, group.members[1]!, 'Mallory'),
  ];
  const room = presenter.views.at(-1);
  if (room?.kind !== 'room') throw new Error('the presenter is not in the room');
  await send(by.line, { type: 'choosePresenter', seat: room.you.seats[0].seat });
  for (let turn = 0; turn < 2; turn += 1) {
    await send(by.line, { type: 'next', turn });
    clock.advance(2_000);
  }
  const written = async (): Promise<number> => (await at.rows.read(id)).length;
  return { ...at, send, member, written };
};

it('somebody who sits there and presses for hours fills no log [HS50]', { timeout: 120_000 }, async () => {
  const { send, member, by, clock, written } = await telling();
  let done = 0;
  for (let n = 0; n < HOUR / PRESSES; n += 1) {
    const { ok } = await send(member.line, { type: n % 2 === 0 ? 'raiseHand' : 'lowerHand' });
    if (ok) done += 1;
    clock.advance(PRESSES);
  }
  expect(done).toBeGreaterThan(300);
  expect(await written()).toBeLessThanOrEqual(IN_AN_HOUR + FEW);
  // Only their own place is kept waiting, and not for long.
  expect(await send(by.line, { type: 'hold' })).toMatchObject({ ok: true });
  clock.advance(20_000);
  const either = [
    await send(member.line, { type: 'raiseHand' }),
    await send(member.line, { type: 'lowerHand' }),
  ];
  expect(either.map(({ ok }) => ok)).toContain(true);
});

it(
  'nor does a leader who takes the own place over again and again [HS50]',
  { timeout: 120_000 },
  async () => {
    const { registry, group, id, leader, send, clock, written } = await telling();
    const before = await written();
    let { line } = leader;
    let takeOvers = 0;
    for (let n = 0; n < HOUR / PRESSES; n += 1) {
      await send(line, { type: n % 2 === 0 ? 'hold' : 'resume' });
      clock.advance(PRESSES);
      if (n % 55 !== 54) continue;
      const came = await registry.enter(id, group.leader.hash, { ...enterBody('Anna'), takeOver: true });
      if (!came.ok) continue;
      takeOvers += 1;
      line = (await registry.lineOf(id, came.token)) as LineId;
      const connect = { type: 'connect', line, page: freshId(), sit: false } as const;
      await registry.handle(id, { command: connect, by: server, commandId: freshId() });
    }
    expect(takeOvers).toBeGreaterThan(300);
    expect((await written()) - before - 2 * takeOvers).toBeLessThanOrEqual(IN_AN_HOUR);
  },
);

it('a leader who has used it up still brings the presenter back, closes the case and ends the session at once [HS50]', async () => {
  const { by, send, clock } = await telling();
  // To the discussion: moving the chair back has no clock that could be held.
  for (let turn = 2; turn < 5; turn += 1) {
    await send(by.line, { type: 'next', turn });
    clock.advance(2_000);
  }
  let last: object = {};
  for (let n = 0; n < 321; n += 1) last = await send(by.line, { type: n % 2 === 0 ? 'hold' : 'resume' });
  expect(last).toMatchObject({ refusal: 'too-soon' });
  expect(await send(by.line, { type: 'bringBack', turn: 5 })).toMatchObject({ ok: true });
  expect(await send(by.line, { type: 'closeCase', turn: 6 })).toMatchObject({ ok: true });
  // With an undo between them these could be done for ever.
  expect(await send(by.line, { type: 'undo', turn: 7 })).toMatchObject({ refusal: 'too-soon' });
  expect(await send(by.line, { type: 'endSession' })).toMatchObject({ ok: true });
  expect(await send(by.line, { type: 'keepSession' })).toMatchObject({ refusal: 'too-soon' });
});

it('nor does a page that comes and goes all the time [HS50, DR24]', { timeout: 120_000 }, async () => {
  const { registry, id, member, send, clock, written } = await telling();
  const { line } = member;
  let most = 0;
  for (let n = 0; n < 2 * 60 * 60; n += 1) {
    const connect = { type: 'connect', line, page: `page-${n % 7}`, sit: true } as const;
    const came = await registry.handle(id, { command: connect, by: server, commandId: freshId() });
    if (!came.ok || came.identity === null) throw new Error('did not come');
    // Leaving is a press like any other; a place that was left is taken again by coming back.
    if (n % 2 === 0) await send(line, { type: 'leave' });
    const gone = { type: 'disconnect', line, identity: came.identity, seen: clock.now() } as const;
    await registry.handle(id, { command: gone, by: server, commandId: freshId() });
    clock.advance(500);
    if (n % 100 === 0) most = Math.max(most, await written());
  }
  // What may be left out is so when it has doubled the rest.
  expect(most).toBeLessThan(IN_AN_HOUR + FEW + 700);
});

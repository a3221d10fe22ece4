import { MOVE_REST } from '@tele-balint/shared/session/timer';
import { expect, it } from 'vitest';
import { memoryLog } from '../log/memory.ts';
import { freshId } from '../testing/raw-socket.ts';
import { comeIn, opened } from '../testing/world.ts';

const ROUNDS = 1_000;

/** Numbers that look drawn, the same in every run. */
const drawn = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

it('two leaders pressing next at once move one step, a thousand times over [CM1]', async () => {
  const random = drawn(7);
  const some = async () => {
    for (let left = Math.floor(random() * 8); left > 0; left -= 1) await Promise.resolve();
  };
  const rows = memoryLog();
  // A disk that takes its time, and never the same.
  const log: typeof rows = {
    ...rows,
    append: async (...parts) => {
      await some();
      await rows.append(...parts);
      await some();
    },
  };
  const { registry, clock, group, id, leader } = await opened({ log });
  const second = await comeIn(registry, group, group.coLeader, 'Bea');
  const course = () => {
    const view = leader.views.at(-1);
    if (view?.kind !== 'room') throw new Error('not in the room');
    return view.course;
  };
  const press = async (line: typeof leader.line, type: 'next' | 'back', turn: number) => {
    await some();
    return registry.handle(id, { command: { type, turn }, by: { kind: 'line', line }, commandId: freshId() });
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    clock.advance(MOVE_REST);
    const { turn, index } = course();
    const type = index === 0 ? 'next' : 'back';
    const outcomes = await Promise.all([leader, second].map(({ line }) => press(line, type, turn)));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, refusal: 'stale-turn' });
    expect(course()).toMatchObject({ turn: turn + 1, index: 1 - index });
  }
});

// The hour that is told of a forgotten session, where disks are slow or hang.

import { HOUR, MINUTE } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import { memoryKeys } from '../log/key-store.ts';
import { memoryLog } from '../log/memory.ts';
import { ended, gone, start } from '../testing/ended.ts';
import { until } from '../testing/until.ts';
import { idOf, world } from '../testing/world.ts';

describe('a session that is being forgotten', () => {
  it('is told of with the hour at which a slow disk had taken it [HT42]', async () => {
    const keys = memoryKeys();
    const slow: typeof keys = {
      ...keys,
      put: async (session, state) => {
        await keys.put(session, state);
        if (state.kind === 'destroyed') at.clock.advance(HOUR);
      },
    };
    const at = world({ keys: slow, start });
    const { group, receipt } = await ended(at);
    at.clock.advance(15 * MINUTE);
    expect(await gone(at, group, receipt)).toBe(at.clock.now());
    at.registry.stop();
  });

  it('is not told of as gone as long as the program holds its key, and its end waits for no rows [HT42]', async () => {
    const rows = memoryLog();
    const told: unknown[] = [];
    const stuck = Promise.withResolvers<void>();
    const keys = memoryKeys();
    const at = world({
      start,
      keys: {
        ...keys,
        put: async (session, state) => {
          await keys.put(session, state);
          // The disk has it, and the program holds its session still.
          if (state.kind === 'destroyed') told.push(await at.registry.forgotten(session, last.receipt));
        },
      },
      log: { ...rows, remove: () => stuck.promise },
    });
    const last = await ended(at);
    const id = idOf(last.group);
    at.clock.advance(15 * MINUTE);
    // The rows hang: what could open them is gone all the same, out of the memory too.
    await gone(at, last.group, last.receipt);
    expect(told).toMatchObject([{ destroyedAt: null }]);
    expect(await at.registry.look(id, last.group.leader.hash)).toBe('unknown-link');
    stuck.resolve();
    at.registry.stop();
  });

  it('lets tombstones grow old by one alarm, which stops with the rest, however many were made meanwhile [LG18]', async () => {
    const keys = memoryKeys();
    const slow = Promise.withResolvers<void>();
    let looks = 0;
    const at = world({
      start,
      keys: {
        ...keys,
        tombstones: async () => {
          looks += 1;
          await slow.promise;
          return keys.tombstones();
        },
      },
    });
    const set = at.clock.alarm;
    const waiting = new Set<{ readonly when: number }>();
    const ofTomorrow = () => [...waiting].filter(({ when }) => when > at.clock.now() + HOUR);
    at.clock.alarm = (when, ring) => {
      const stop = set(when, ring);
      const alarm = { when };
      waiting.add(alarm);
      return () => {
        waiting.delete(alarm);
        stop();
      };
    };
    for (const times of [1, 2]) {
      await ended(at);
      at.clock.advance(15 * MINUTE);
      await until('a look at the tombstones', () => looks === times);
    }
    slow.resolve();
    await until('the end of both looks', () => looks === 4);
    await until('an alarm of tomorrow', () => ofTomorrow().length > 0);
    at.registry.stop();
    expect(ofTomorrow()).toEqual([]);
  });
});

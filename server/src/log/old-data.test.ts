import { emptySession } from '@tele-balint/shared/session/session';
import { evolve } from '@tele-balint/shared/session/evolve';
import { DAY, MINUTE, type Instant } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inTodaysWords, oldData } from '../testing/old-data.ts';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { begin, comeIn, idOf, server, world } from '../testing/world.ts';
import { openFolder } from './folder.ts';
import { sealedLog } from './sealed.ts';
import { LogBroken } from './tail.ts';

const filesOf = async (dir: string, at: number) => {
  const said: string[] = [];
  const { rows, keys } = await openFolder(dir, at as Instant, (sentence) => said.push(sentence));
  return { log: rows, keys, said };
};

describe.each(['data-1', 'data-2'])('the folder %s of an earlier program', { timeout: 30_000 }, (folder) => {
  let old: ReturnType<typeof oldData>;
  let files: Awaited<ReturnType<typeof filesOf>>;
  beforeEach(async () => {
    old = oldData(folder);
    files = await filesOf(old.dir, old.madeAt);
  });
  afterEach(async () => {
    await files.log.close();
    old.clean();
  });

  it.each(['running', 'waiting', 'late', 'ended'] as const)(
    'holds the %s one as it was [LG12]',
    async (name) => {
      const { group, state } = old.sessions[name];
      const tail = await sealedLog(files.log, files.keys).open(idOf(group));
      const replayed = tail.entries.flatMap(({ events }) => events).reduce(evolve, emptySession);
      expect(replayed).toMatchObject(inTodaysWords(state!));
    },
  );

  it('refuses the damaged one [LG12]', async () => {
    const damaged = sealedLog(files.log, files.keys).open(idOf(old.sessions.broken.group));
    await expect(damaged).rejects.toThrow(LogBroken);
  });

  it('goes on: the leader is known and leads, others come in [LG12]', async () => {
    const { registry, clock } = world({ ...files, start: old.madeAt });
    await registry.start();
    const { group, token, page, state } = old.sessions.running;
    const id = idOf(group);
    const line = (await registry.lineOf(id, token!))!;
    const connect = { type: 'connect', line, page: page!, sit: false } as const;
    expect((await registry.handle(id, { command: connect, by: server, commandId: freshId() })).ok).toBe(true);
    const hold = { command: { type: 'hold' }, by: { kind: 'line', line }, commandId: freshId() } as const;
    expect(await registry.handle(id, hold)).toMatchObject({ ok: true, line: null });
    await comeIn(registry, group, group.members[2]!, 'Gus');
    const next = world({ ...files, start: clock.now() });
    registry.stop();
    await next.registry.start();
    expect(next.registry.running()).toEqual([id]);
    expect((await files.log.read(id)).length).toBeGreaterThan(state!.version / 2);
    const { group: other } = old.sessions.waiting;
    const ida = await comeIn(next.registry, other, other.leader, 'Ida');
    await begin(next, idOf(other), ida);
    expect(next.registry.running()).toHaveLength(2);
  });

  it('is forgotten, each session at its time and in the end all of it [LG12]', async () => {
    const { registry, clock } = world({ ...files, start: old.madeAt });
    await registry.start();
    const left = async (): Promise<readonly string[]> => {
      const ids = new Set<string>(await files.log.sessions());
      return Object.entries(old.sessions)
        .filter(([, { group }]) => ids.has(group.id))
        .map(([name]) => name);
    };
    expect(await left()).toHaveLength(5);
    clock.advance(15 * MINUTE);
    await until('the end of what was over', async () => !(await left()).includes('ended'));
    for (let day = 0; day < 15; day += 1) {
      clock.advance(DAY);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await until('an empty log', async () => {
      clock.advance(15 * MINUTE);
      return (await left()).length === 0;
    });
    for (const { group } of Object.values(old.sessions))
      expect(['destroyed', undefined]).toContain((await files.keys.find(idOf(group)))?.kind);
  });
});

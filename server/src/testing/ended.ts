// Evenings that have ended, and what is told of their end, for tests.

import { MINUTE, type Instant } from '@tele-balint/shared/vocabulary';
import { expect, onTestFinished } from 'vitest';
import { openFolder, type DataFolder } from '../log/folder.ts';
import { freshGroup, type Group } from './group.ts';
import { freshId } from './raw-socket.ts';
import { until } from './until.ts';
import { begin, bodyOf, comeIn, idOf, world } from './world.ts';

export const start = 1_800_000_000_000;

/** Starts of the server on one folder, one after the other. */
export const starts = (dir: string) => {
  let open: DataFolder | null = null;
  const close = async (): Promise<void> => {
    await open?.rows.close();
    open = null;
  };
  onTestFinished(close);
  return async (at = start) => {
    await close();
    open = await openFolder(dir, at as Instant, () => undefined);
    const own = world({ log: open.rows, keys: open.keys, start: at });
    await own.registry.start();
    return own;
  };
};
type World = ReturnType<typeof world>;

/** An evening that its leader ends; answers with the receipt in the last view. */
export const ended = async (at: World): Promise<{ group: Group; receipt: string }> => {
  const group = freshGroup();
  const id = idOf(group);
  await at.registry.open(id, bodyOf(group));
  const leader = await comeIn(at.registry, group, group.leader, 'Anna');
  await begin(at, id, leader);
  const by = { kind: 'line', line: leader.line } as const;
  await at.registry.handle(id, { command: { type: 'endSession' }, by, commandId: freshId() });
  at.clock.advance(MINUTE);
  const last = await until('the last view', () => {
    const view = leader.views.at(-1);
    return view?.kind === 'over' ? view : null;
  });
  expect(last.forgottenAt).toBe(at.clock.now() + 15 * MINUTE);
  return { group, receipt: last.receipt ?? expect.fail('there is no receipt') };
};

/** Waits until the session is told of as forgotten. */
export const gone = async ({ registry }: World, group: Group, receipt: string): Promise<number> =>
  until('the end of the key', async () => {
    const answer = await registry.forgotten(idOf(group), receipt);
    return answer?.destroyedAt ?? null;
  });

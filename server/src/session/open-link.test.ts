// What somebody presses who has the open link and nothing else, with the longest names there may be.

import type { LineId } from '@tele-balint/shared/vocabulary';
import { expect, it } from 'vitest';
import { bodyOf, comeIn, enterBody, idOf, world } from '../testing/world.ts';
import { freshGroup, type Group } from '../testing/group.ts';
import { LARGEST_LOG, LARGEST_VIEW } from '../testing/open-link-bounds.ts';
import { freshId } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import type { Registry } from './registry.ts';

/** Times that whole cameras ask and go: half an hour of all that is let through at one link from everywhere. */
const ASKS = 1_800;
/** Milliseconds between them. */
const APART = 1_000;

/** Three bytes a letter, as many as a name may have; `n` tells them apart. */
const longest = (n: number): string => `${'漢'.repeat(54)}${String(n).padStart(6, '0')}`;
const alone = (n: number) => ({ ...enterBody(longest(n)), profession: longest(n) });
const site = (n: number) => ({
  ...alone(n),
  beside: {
    site: longest(n),
    people: [1, 2, 3, 4, 5].map((more) => ({ name: longest(n + more), profession: longest(n) })),
  },
});

const ask = async (registry: Registry, group: Group, body: ReturnType<typeof enterBody>) =>
  registry.enter(idOf(group), group.open.hash, body);

const opened = async () => {
  const at = world();
  const group = freshGroup();
  expect((await at.registry.open(idOf(group), bodyOf(group))).ok).toBe(true);
  const leader = await comeIn(at.registry, group, group.leader, 'Anna');
  const lead = (command: object) =>
    at.registry.handle(idOf(group), {
      command,
      by: { kind: 'line', line: leader.line },
      commandId: freshId(),
    } as Parameters<Registry['handle']>[1]);
  return { ...at, group, leader, lead };
};

it('[DR26] a full circle, a full door and all links there may be fill no leader’s view', async () => {
  const { registry, group, leader, lead } = await opened();
  const bytes = (): number => Buffer.byteLength(JSON.stringify(leader.views.at(-1)));
  for (let n = 0; n < 24; n += 1) {
    const came = await ask(registry, group, alone(n));
    if (!came.ok) throw new Error(came.refusal);
    const line = (await registry.lineOf(idOf(group), came.token)) as LineId;
    await lead({ type: 'admit', line, answer: 'letIn' });
  }
  for (let n = 0; ; n += 1) {
    const more = { invitation: freshId(), hash: `${n}`.padStart(43, 'h'), name: longest(n) };
    if (!(await lead({ type: 'addInvitation', kind: 'personal', role: 'member', ...more })).ok) break;
  }
  // Of those above whoever found no place waits, too.
  for (let n = 0; (await ask(registry, group, alone(100 + n))).ok; n += 1) expect(n).toBeLessThan(50);
  const shown = () => {
    const view = leader.views.at(-1);
    return view?.kind === 'room' ? view.leader : null;
  };
  await until('a full door', () => shown()?.waiting.length === 50);
  expect(shown()?.invitations).toHaveLength(60);
  expect(bytes()).toBeLessThan(LARGEST_VIEW);
});

it(
  '[DR26, DR24] whole cameras that ask and go again and again fill no log',
  { timeout: 120_000 },
  async () => {
    const { registry, group, rows, clock } = await opened();
    const id = idOf(group);
    const size = async (): Promise<number> =>
      (await rows.read(id)).reduce((sum, { data }) => sum + data.byteLength, 0);
    let most = 0;
    for (let n = 0; n < ASKS; n += 1) {
      const came = await ask(registry, group, site(6 * n));
      if (!came.ok) throw new Error(came.refusal);
      const line = (await registry.lineOf(id, came.token)) as LineId;
      const gone = { command: { type: 'goAway' }, by: { kind: 'line', line }, commandId: freshId() } as const;
      expect((await registry.handle(id, gone)).ok).toBe(true);
      clock.advance(APART);
      if (n % 50 === 49) most = Math.max(most, await size());
    }
    expect(most).toBeLessThan(LARGEST_LOG);
  },
);

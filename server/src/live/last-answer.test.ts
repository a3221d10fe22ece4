// Whoever ends their own place is answered before their connection closes, however long the media server takes.

import { NO_MEDIA } from '@tele-balint/shared/media-report';
import type { SessionId } from '@tele-balint/shared/vocabulary';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { comeIn, openGroup } from '../testing/group.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { until } from '../testing/until.ts';

let at: Listening;
beforeAll(async () => {
  at = await listening();
});
afterAll(() => at.stop());

it('closes the connection of who leaves only after their answer, though they were shown their last page before it [SK53]', async () => {
  const group = await openGroup(at.url);
  const leader = await comeIn(at.url, group, group.leader, 'Anna');
  const member = await comeIn(at.url, group, group.members[0]!, 'Ben');
  await leader.command({ type: 'begin' });
  const { desire } = at.enforcer;
  const held: (() => void)[] = [];
  at.enforcer.desire = async (next) => {
    await desire(next);
    await new Promise<void>((resolve) => held.push(resolve));
  };

  const asked = member.command({ type: 'leave' });
  await until('the media server being asked', () => held.length > 0);
  at.enforcer.tell(group.id as SessionId, NO_MEDIA);
  await until('the last page', () => member.views.some((view) => view.kind === 'over'));
  let alive = false;
  member.ws.once('pong', () => (alive = true));
  member.ws.ping();
  await until('a sign of life after it, or the end', () => alive || member.closed);
  for (const confirm of held) confirm();
  expect(await asked).toEqual({ ok: true });
  await until('the end of the connection', () => member.closed);
});

// The short form of `npm run leaks`, without browsers and LiveKit.

import { mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hitsIn, type Canary } from './testing/canaries.ts';
import { startChild, type Child } from './testing/child.ts';
import { comeIn, enter, enterBodyOf, freshGroup, openBodyOf, send } from './testing/group.ts';
import { knock } from './testing/raw-socket.ts';
import { startTap } from './testing/tap.ts';
import { temporary } from './testing/temporary.ts';

const origin = 'http://localhost:1';
const [LEADER, MEMBER] = ['Quenby Ostrander', 'Ysolde Bräckwater'];
const [GROUP, CLOSING] = ['Vellichor circle', 'Zephyrine said go gently'];

it('an evening with crashes and errors leaves no name, link or word in log, data folder, addresses and headers [HT43]', async () => {
  const dir = temporary();
  const tap = await startTap();
  onTestFinished(() => tap.stop());
  const outputs: (() => string)[] = [];
  const starts = async (env: Record<string, string> = {}): Promise<Child> => {
    const child = await startChild(dir, { LOG_LEVEL: 'trace', ...env });
    outputs.push(child.output);
    tap.lead(child.url);
    return child;
  };
  const first = await starts({ TELE_BALINT_FAILPOINT: 'after-append:7' });
  const group = freshGroup();
  const body = openBodyOf(group);
  const put = { ...body, group: GROUP, closingLine: CLOSING };
  expect((await send(tap.url, 'PUT', `/api/sessions/${group.id}`, put)).status).toBe(201);
  const [member] = group.members;
  const canaries: readonly Canary[] = [
    ...[LEADER, MEMBER].map((text) => ({ what: 'a name', text })),
    { what: 'the name of the group', text: GROUP },
    { what: 'the closing line', text: CLOSING },
    ...[group.leader, member!, group.open].map(({ secret }) => ({ what: 'a secret', text: secret })),
  ];
  const token = await enter(tap.url, group, group.leader, LEADER);
  const leader = await knock(tap.url, { session: group.id, token, origin });
  await comeIn(tap.url, group, member!, MEMBER, origin);
  await leader.command({ type: 'begin' }).catch(() => undefined);
  while (!leader.closed) await leader.command({ type: 'hold' }).catch(() => undefined);
  expect(await first.gone).toBe('SIGKILL');

  const second = await starts();
  const again = await knock(tap.url, { session: group.id, token, origin });
  const wrong = { ...enterBodyOf(group.open, `${MEMBER} ${CLOSING}`.repeat(9)), group: GROUP };
  expect((await send(tap.url, 'POST', `/api/sessions/${group.id}/enter`, wrong)).status).toBe(400);
  again.write(`42["command",${JSON.stringify({ name: MEMBER, secret: member!.secret, closing: CLOSING })}]`);
  const sessions = path.join(dir, 'sessions');
  renameSync(sessions, `${sessions}.away`);
  mkdirSync(sessions);
  const refused = await send(
    tap.url,
    'POST',
    `/api/sessions/${group.id}/enter`,
    enterBodyOf(group.open, MEMBER),
  );
  expect(refused.status).toBe(503);
  second.process.kill('SIGTERM');
  expect(await second.gone).toBe(0);

  const logs = outputs.map((one) => one()).join('');
  expect(logs).toContain('a command failed');
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const hits = (): readonly unknown[] => [
    ...hitsIn('the log', Buffer.from(logs), canaries),
    ...hitsIn('addresses and headers', tap.heads(), canaries),
    ...files.flatMap(({ parentPath, name }) =>
      hitsIn(name, readFileSync(path.join(parentPath, name)), canaries),
    ),
  ];
  expect(hits()).toEqual([]);
  // The looking itself works: all of them were said, and one in an address is found.
  for (const canary of canaries.slice(0, 6)) expect(hitsIn('', tap.contents(), [canary])).not.toEqual([]);
  await fetch(`${tap.url}/healthz?of=${Buffer.from(`who ${MEMBER} is`).toString('base64url')}`).catch(
    () => undefined,
  );
  expect(hits()).toContainEqual({
    what: 'a name',
    spelling: 'base64url',
    place: 'addresses and headers',
  });
}, 120_000);

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeIn, enter, enterBodyOf, freshGroup, openBodyOf, openGroup, send } from '../testing/group.ts';
import { createFakeMedia } from '../media/testing/fake-media.ts';
import { listening, type Listening } from '../testing/listening.ts';
import { freshId, knock } from '../testing/raw-socket.ts';
import { until } from '../testing/until.ts';
import { DAY, MINUTE } from '@tele-balint/shared/vocabulary';

describe('the routes of a session', { timeout: 60_000 }, () => {
  let at: Listening;
  beforeAll(async () => {
    at = await listening();
  });
  afterAll(() => at.stop());

  it('opens a session with 201, again with 200, another one under the same id not at all [HS4]', async () => {
    const group = freshGroup();
    const put = (body: object) => send(at.url, 'PUT', `/api/sessions/${group.id}`, body);
    expect(await put(openBodyOf(group))).toEqual({ status: 201, body: { ok: true } });
    expect(await put(openBodyOf(group))).toEqual({ status: 200, body: { ok: true } });
    expect((await put(openBodyOf(group, 'case45'))).status).toBe(409);
  });

  it('opens a session for a date and tells it by every link; a date far off is refused [TM8]', async () => {
    const put = async (startsAt: unknown) => {
      const group = freshGroup();
      const body = { ...openBodyOf(group), startsAt };
      return { group, ...(await send(at.url, 'PUT', `/api/sessions/${group.id}`, body)) };
    };
    const startsAt = Date.now() + DAY;
    const { group, status } = await put(startsAt);
    expect(status).toBe(201);
    const secret = { secret: group.open.secret };
    expect(await send(at.url, 'POST', `/api/sessions/${group.id}/look`, secret)).toMatchObject({
      body: { startsAt, endsAt: startsAt + 60 * MINUTE, opensAt: startsAt - 15 * MINUTE },
    });
    for (const off of [Date.now() - DAY, Date.now() + 400 * DAY])
      expect(await put(off)).toMatchObject({ status: 422, body: { refusal: 'bad-date' } });
    for (const none of [null, 0.5, 'tomorrow', 1e300])
      expect(await put(none)).toMatchObject({ status: 400, body: { refusal: 'bad-request' } });
  });

  it('tells what a link opens and binds nothing [HT6]', async () => {
    const group = await openGroup(at.url);
    const look = () =>
      send(at.url, 'POST', `/api/sessions/${group.id}/look`, { secret: group.leader.secret });
    expect(await look()).toMatchObject({
      status: 200,
      body: { kind: 'leader', group: 'Thursday group', taken: false },
    });
    expect(await look()).toMatchObject({ body: { taken: false } });
  });

  it('tells by every link whether sound and pictures are sealed [EE11]', async () => {
    const open = await listening({ env: { SEALING: 'false' } });
    for (const [{ url }, sealed] of [[at, true] as const, [open, false] as const]) {
      const group = await openGroup(url);
      const answer = await send(url, 'POST', `/api/sessions/${group.id}/look`, { secret: group.open.secret });
      expect(answer).toMatchObject({ status: 200, body: { sealed } });
    }
    await open.stop();
  });

  it('answers an unknown session and an unknown link with the same bytes [HT6]', async () => {
    const group = await openGroup(at.url);
    const answers = [];
    for (const [id, route] of [freshId(), group.id].flatMap(
      (own) =>
        [
          [own, 'look'],
          [own, 'enter'],
          [own, 'forgotten'],
        ] as const,
    )) {
      const secret = freshId();
      const body = {
        look: { secret },
        enter: enterBodyOf({ invitation: '', secret, hash: '' }, 'Ben'),
        forgotten: { receipt: secret },
      }[route];
      const response = await fetch(`${at.url}/api/sessions/${id}/${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const headers = [...response.headers].filter(([name]) => name !== 'date');
      answers.push(JSON.stringify([response.status, headers, await response.text()]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('unknown-link');
  });

  it('gives the join token to who holds the line, for their own place only [HT7]', async () => {
    const group = await openGroup(at.url);
    const token = await enter(at.url, group, group.leader, 'Anna');
    const media = (identity: string, own = token) =>
      send(at.url, 'POST', `/api/sessions/${group.id}/media`, { token: own, identity });
    expect((await media(freshId())).body).toEqual({ refusal: 'not-in-room' });
    const leader = await comeIn(at.url, await openGroup(at.url), group.leader, 'Zoe').catch(() => null);
    expect(leader).toBe(null);
    const other = await openGroup(at.url);
    const zoe = await comeIn(at.url, other, other.leader, 'Zoe');
    expect((await media(zoe.room().you.media!.identity)).body).toEqual({ refusal: 'not-in-room' });
    expect((await media(freshId(), `${token}x`)).body).toEqual({ refusal: 'unknown-link' });
    const mine = await send(at.url, 'POST', `/api/sessions/${other.id}/media`, {
      token: await enter(at.url, other, other.open, 'Ben'),
      identity: zoe.room().you.media!.identity,
    });
    expect(mine.body).toEqual({ refusal: 'not-in-room' });
  });

  it('gives the token of the space that the line is in now [HT7]', async () => {
    const group = await openGroup(at.url);
    const token = await enter(at.url, group, group.leader, 'Anna');
    const leader = await knock(at.url, { session: group.id, token });
    const { identity } = leader.room().you.media!;
    const { status, body } = await send(at.url, 'POST', `/api/sessions/${group.id}/media`, {
      token,
      identity,
    });
    expect([status, body]).toEqual([
      200,
      {
        url: `/sfu/${group.id}`,
        token: expect.stringMatching(new RegExp(`^token:.+\\.circle:${identity}$`)),
        forgotten: false,
      },
    ]);
  });

  it('tells a page whose signal broke whether its stay is over [HS26]', async () => {
    const media = createFakeMedia();
    const own = await listening({ media });
    const group = await openGroup(own.url);
    const token = await enter(own.url, group, group.leader, 'Anna');
    const leader = await knock(own.url, { session: group.id, token });
    const { identity } = leader.room().you.media!;
    const ask = async (more: object): Promise<unknown> =>
      (await send(own.url, 'POST', `/api/sessions/${group.id}/media`, { token, identity, ...more })).body;
    const forgotten = async (): Promise<unknown> =>
      ((await ask({ resuming: true })) as { forgotten: unknown }).forgotten;
    const room = /^token:(.+):/.exec(((await ask({})) as { token: string }).token)![1]!;
    expect(await forgotten()).toBe(true);
    media.join(room, identity);
    expect(await forgotten()).toBe(false);
    media.goAway();
    expect(await forgotten()).toBe(false);
    media.goAway(true);
    expect(await forgotten()).toBe(true);
    await own.stop();
  });

  it('answers 410 to a link that was taken back [DR10]', async () => {
    const group = await openGroup(at.url);
    const leader = await comeIn(at.url, group, group.leader, 'Anna');
    const [link] = group.members;
    await leader.command({ type: 'revokeInvitation', invitation: link!.invitation });
    for (const [route, body] of [
      ['look', { secret: link!.secret }],
      ['enter', enterBodyOf(link!, 'Ben')],
    ] as const)
      expect(await send(at.url, 'POST', `/api/sessions/${group.id}/${route}`, body)).toEqual({
        status: 410,
        body: { refusal: 'revoked-link' },
      });
  });

  it('takes what cannot be seen out of names [DR12]', async () => {
    const group = await openGroup(at.url);
    const leader = await comeIn(at.url, group, group.leader, ' An\u202ena\u0007 ');
    await until('the place', () => leader.room().places.length === 1);
    expect(leader.room().places[0]!.name).toBe('Anna');
    const nothing = await send(
      at.url,
      'POST',
      `/api/sessions/${group.id}/enter`,
      enterBodyOf(group.open, '\u200b'),
    );
    expect(nothing).toEqual({ status: 409, body: { refusal: 'no-name' } });
  });

  const deep = `${'['.repeat(7_000)}${']'.repeat(7_000)}`;
  const bodies: readonly (readonly [string, string, number])[] = [
    ['a megabyte', JSON.stringify({ secret: 'x'.repeat(1_000_000) }), 413],
    ['a broken text', '{"secret":', 400],
    ['nothing', '', 400],
    ['a deep array', deep, 400],
    ['a prototype', `{"secret":"${freshId()}","__proto__":{"polluted":true}}`, 400],
    ['a constructor', `{"secret":"${freshId()}","constructor":{"prototype":{"polluted":true}}}`, 400],
    ['a field more', `{"secret":"${freshId()}","role":"leader"}`, 400],
    ['no text', '{"secret":12345678901234567890123}', 400],
    ['no number', '{"secret":NaN}', 400],
  ];
  it.each(bodies)('answers a body of %s with %3$i and no more [HT10]', async (_name, body, status) => {
    const group = await openGroup(at.url);
    const response = await fetch(`${at.url}/api/sessions/${group.id}/look`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([response.status, await response.json()]).toEqual([status, { refusal: 'bad-request' }]);
    expect('polluted' in {}).toBe(false);
  });

  it.each(['x', '..%2f..%2fetc', 'a'.repeat(65), '__proto__'])(
    'knows no session called %s [HT10]',
    async (id) => {
      const { status } = await send(at.url, 'POST', `/api/sessions/${id}/look`, { secret: freshId() });
      expect([400, 404]).toContain(status);
    },
  );
});

describe('the limits of an address', { timeout: 60_000 }, () => {
  it('stops guesses, and nobody who knows a link [HT11]', async () => {
    const at = await listening({ env: { FAILURES_PER_MINUTE: '5', ORGANISER_KEY: 'open sesame' } });
    const group = freshGroup();
    const put = (organiserKey?: string) =>
      send(at.url, 'PUT', `/api/sessions/${group.id}`, {
        ...openBodyOf(group),
        ...(organiserKey === undefined ? {} : { organiserKey }),
      });
    expect(await put()).toEqual({ status: 403, body: { refusal: 'organiser-key' } });
    expect(await put('open says me')).toEqual({ status: 403, body: { refusal: 'organiser-key' } });
    expect((await put('open sesame')).status).toBe(201);
    const look = (secret: string) => send(at.url, 'POST', `/api/sessions/${group.id}/look`, { secret });
    for (let i = 0; i < 5; i += 1) expect((await look(freshId())).status).toBe(404);
    expect(await look(freshId())).toEqual({ status: 429, body: { refusal: 'too-many-tries' } });
    for (let i = 0; i < 30; i += 1) expect((await look(group.leader.secret)).status).toBe(200);
    for (let i = 0; i < 3; i += 1) expect((await put('guessed')).status).toBe(403);
    expect(await put('open sesame')).toEqual({ status: 429, body: { refusal: 'too-many-tries' } });
    expect(at.lines()).not.toContain('sesame');
    await at.stop();
  });
});

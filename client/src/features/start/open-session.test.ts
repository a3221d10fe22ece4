import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeOpener } from './open-session.ts';
import { EMPTY_DRAFT } from './start-model.ts';

const draft = { ...EMPTY_DRAFT, leader: 'Ruth' };
const answering = (...answers: readonly (Response | Error)[]) => {
  const rest = [...answers];
  const fetched = vi.fn<typeof fetch>(() => {
    const next = rest.shift();
    return next instanceof Response ? Promise.resolve(next) : Promise.reject(next ?? new Error('nobody'));
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
const yes = () => Response.json({ ok: true }, { status: 201 });

describe('asking the server to open a session', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('[HS4] asks again with the same ids after a fault', async () => {
    const fetched = answering(new Error('line broken'), yes());
    const open = makeOpener();
    expect(await open(draft)).toEqual({ ok: false, refusal: 'network' });
    expect((await open(draft)).ok).toBe(true);
    expect(fetched.mock.calls[0]).toEqual(fetched.mock.calls[1]);
  });

  it('[HS4] pressing twice is one question', async () => {
    const fetched = answering(yes());
    const open = makeOpener();
    const [one, two] = await Promise.all([open(draft), open(draft)]);
    expect(one).toEqual(two);
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('[HS4] another draft is another session', async () => {
    const fetched = answering(new Error('line broken'), yes());
    const open = makeOpener();
    await open(draft);
    await open({ ...draft, group: 'Thursday group' });
    expect(fetched.mock.calls[0]?.[0]).not.toBe(fetched.mock.calls[1]?.[0]);
  });

  it('[HS4] a wrong organiser’s key keeps the ids and says so', async () => {
    const fetched = answering(Response.json({ refusal: 'organiser-key' }, { status: 403 }), yes());
    const open = makeOpener();
    expect(await open({ ...draft, organiserKey: 'wrong' })).toEqual({ ok: false, refusal: 'organiser-key' });
    await open({ ...draft, organiserKey: 'right' });
    expect(fetched.mock.calls[0]?.[0]).toBe(fetched.mock.calls[1]?.[0]);
  });
});

import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../testing/storage.ts';
import { isTabIn, takeLink } from './address.ts';
import { type Need, needOf } from './held-secret.ts';
import { freshId, freshSecret } from './links.ts';
import { setShared } from './remembered.ts';
import { forgetRoomKeys, keptRoomKey, sweepRoomKeys } from './room-key.ts';

const DAY = 24 * 60 * 60 * 1_000;
const linkOf = () => ({ sessionId: freshId(), invitation: freshSecret(), secret: freshSecret() });
type Opened = ReturnType<typeof linkOf>;

const visit = (sessionId: string, hash: string) => {
  vi.stubGlobal('location', { pathname: `/s/${sessionId}`, hash });
  return takeLink();
};
const open = ({ sessionId, invitation, secret }: Opened) => visit(sessionId, `#${invitation}.${secret}`);
const reload = ({ sessionId }: Opened) => visit(sessionId, '');
/** What says whether two keys are of one secret. */
const fingerprint = async (key: CryptoKey): Promise<string> => {
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array() };
  return Buffer.from(await crypto.subtle.deriveBits(hkdf, key, 256)).toString('hex');
};
const inStorages = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);

beforeEach(() => {
  vi.stubGlobal('localStorage', fakeStorage());
  vi.stubGlobal('sessionStorage', fakeStorage());
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.stubGlobal('history', { replaceState: () => undefined });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the room secret in a browser', () => {
  it('[ST24] is a key that gives no bytes back, the same one after a reload', async () => {
    const one = linkOf();
    const first = (await open(one))?.link?.roomKey ?? expect.fail('no key');
    const second = (await reload(one))?.link?.roomKey ?? expect.fail('no key');
    for (const key of [first, second]) {
      expect(key).toMatchObject({ extractable: false, algorithm: { name: 'HKDF' } });
      expect([...key.usages].sort()).toEqual(['deriveBits', 'deriveKey']);
      await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
    }
    expect(await fingerprint(second)).toBe(await fingerprint(first));
    const other = (await open(linkOf()))?.link?.roomKey ?? expect.fail('no key');
    expect(await fingerprint(other)).not.toBe(await fingerprint(first));
  });

  it.each<[string, Need, boolean, boolean]>([
    ['a member lets go of the bytes', needOf(false, null), false, false],
    ['who comes before the time has them in this page alone', needOf(false, 1), true, false],
    ['a leader has them until the end', needOf(true, null), true, true],
    ['a leader who comes before the time as well', needOf(true, 1), true, true],
  ])('[ST24] %s', async (_, need, here, later) => {
    const one = linkOf();
    const { link } = (await open(one)) ?? {};
    expect(inStorages()).not.toContain(one.secret);
    link?.roomSecret.settle(need);
    expect(link?.roomSecret.read()).toBe(here ? one.secret : null);
    expect(inStorages().includes(one.secret)).toBe(later);
    const again = (await reload(one))?.link;
    expect(again?.roomKey).toBeDefined();
    expect(again?.roomSecret.read()).toBe(later ? one.secret : null);
  });

  it('[ST24] what a leader kept stays while they lead no more, and where they open their link again', async () => {
    const one = linkOf();
    (await open(one))?.link?.roomSecret.settle('keep');
    const again = (await open(one))?.link;
    again?.roomSecret.settle('drop');
    expect(again?.roomSecret.read()).toBe(one.secret);
  });

  it('[ST24] windows of two links of one session disturb each other not', async () => {
    const one = linkOf();
    const first = (await open(one))?.link?.roomKey ?? expect.fail('no key');
    const tab = sessionStorage;
    vi.stubGlobal('sessionStorage', fakeStorage());
    await open({ ...linkOf(), sessionId: one.sessionId });
    vi.stubGlobal('sessionStorage', tab);
    const kept = (await reload(one))?.link?.roomKey ?? expect.fail('no key');
    expect(await fingerprint(kept)).toBe(await fingerprint(first));
  });

  it.each([
    ['is not there', undefined],
    ['refuses', { open: () => expect.fail('refused') }],
  ])(
    '[ST24] where the storage %s the page works until a reload, which asks for the link',
    async (_, storage) => {
      vi.stubGlobal('indexedDB', storage);
      const one = linkOf();
      expect((await open(one))?.link?.invitation).toBe(one.invitation);
      expect(await reload(one)).toEqual({ link: null, over: false });
    },
  );

  it('[ST24] a storage that never answers keeps no page waiting', async () => {
    vi.stubGlobal('indexedDB', { open: () => ({}) });
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const opened = open(linkOf());
    await vi.waitFor(() => expect(vi.getTimerCount()).toBe(1));
    vi.advanceTimersByTime(2_000);
    expect((await opened)?.link).not.toBeNull();
  });
});

describe('kept keys of rooms', () => {
  it('[SC5] go with their session, whatever link they came by, and no other', async () => {
    const [one, other] = [linkOf(), linkOf()];
    const same = { ...linkOf(), sessionId: one.sessionId };
    for (const each of [one, same, other]) await open(each);
    await forgetRoomKeys(one.sessionId);
    expect(
      await Promise.all([one, same, other].map(async (each) => (await keptRoomKey(each)) === null)),
    ).toEqual([true, true, false]);
  });

  it('[SC5] go fifteen days after the page was last loaded, when any page begins', async () => {
    const one = linkOf();
    await open(one);
    vi.useFakeTimers({ now: Date.now() + 10 * DAY, toFake: ['Date'] });
    expect((await reload(one))?.link).not.toBeNull();
    vi.setSystemTime(Date.now() + 15 * DAY - 60_000);
    await sweepRoomKeys(isTabIn);
    expect(await keptRoomKey(one)).not.toBeNull();
    vi.setSystemTime(Date.now() + 15 * DAY + 60_000);
    await sweepRoomKeys(isTabIn);
    expect(await keptRoomKey(one)).toBeNull();
  });

  it('[SC5] at a shared computer are those of this tab alone', async () => {
    const [before, now] = [linkOf(), linkOf()];
    await open(before);
    vi.stubGlobal('sessionStorage', fakeStorage());
    await open(now);
    await sweepRoomKeys(isTabIn);
    expect(await keptRoomKey(before)).not.toBeNull();
    setShared(true);
    await sweepRoomKeys(isTabIn);
    expect(await keptRoomKey(before)).toBeNull();
    expect(await keptRoomKey(now)).not.toBeNull();
  });
});

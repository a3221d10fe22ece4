import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import { fakeStorage } from '../testing/storage.ts';
import { sessionIn, takeLink, takeLinksOpenedLater } from './address.ts';

describe('the link', () => {
  it('[ST1] reads the session from the path and nothing from any other page', () => {
    expect(sessionIn('/s/abcdefghijklmnopqrstuv')).toBe('abcdefghijklmnopqrstuv');
    expect(sessionIn('/')).toBeNull();
    expect(sessionIn('/s/short')).toBeNull();
  });
});

const [invitation, roomSecret] = ['i'.repeat(43), 'r'.repeat(43)];
const CUT = [
  '#made',
  `#${invitation}`,
  `#${invitation}.`,
  `#${invitation}.short`,
  `#${invitation}.${roomSecret}.x`,
];
const at = (hash: string) => {
  const place = { pathname: `/s/${'s'.repeat(24)}`, hash, reload: vi.fn() };
  vi.stubGlobal('location', place);
  vi.stubGlobal('history', { replaceState: () => void (place.hash = '') });
  return place;
};

describe('the link of a page', () => {
  beforeEach(() => {
    vi.stubGlobal('sessionStorage', fakeStorage());
    vi.stubGlobal('localStorage', fakeStorage());
    vi.stubGlobal('indexedDB', new IDBFactory());
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('[ST1] reads both secrets from the fragment, and finds the place again after a reload', async () => {
    at(`#${invitation}.${roomSecret}`);
    expect((await takeLink())?.link).toMatchObject({ invitation });
    at('');
    expect((await takeLink())?.link).toMatchObject({ invitation });
  });

  it('[ST1] leaves the address before anything else is done', () => {
    const place = at(`#${invitation}.${roomSecret}`);
    void takeLink();
    expect(place.hash).toBe('');
  });

  it.each(CUT)('[ST1] %s opens nothing, also where the tab keeps a whole link', async (hash) => {
    at(hash);
    expect(await takeLink()).toMatchObject({ link: null, over: false });
    at(`#${invitation}.${roomSecret}`);
    (await takeLink())?.link?.roomSecret.settle('keep');
    const place = at(hash);
    expect(await takeLink()).toMatchObject({ link: null, over: false });
    expect(place.hash).toBe('');
  });

  it('[ST1] opens nothing where the room’s secret is no base64url', async () => {
    at(`#${invitation}.${'r'.repeat(25)}`);
    expect(await takeLink()).toMatchObject({ link: null, over: false });
  });
});

describe('a link that was cut off or mistyped', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each(['/s/short', '/s/', '/s', '/S/abcdefghijklmnopqrstuv', '/nothing'])(
    '[ST1] %s is told to be not whole, and leads to no first page',
    async (pathname) => {
      vi.stubGlobal('location', { pathname, hash: '' });
      expect(await takeLink()).toEqual({ link: null, over: false });
    },
  );

  it('[ST1] the bare address leads to the first page', async () => {
    vi.stubGlobal('location', { pathname: '/', hash: '' });
    expect(await takeLink()).toBeNull();
  });
});

describe('a link opened again in the same tab', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('[ST1] lets the page begin anew, which takes it off the address; a cut one leaves it at once', () => {
    const window = new EventTarget();
    const place = at('');
    vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
    takeLinksOpenedLater();
    const opens = (hash: string) => {
      place.hash = hash;
      window.dispatchEvent(new Event('hashchange'));
    };
    opens(`#${invitation}.${roomSecret}`);
    expect(place.reload).toHaveBeenCalledOnce();
    opens('');
    opens(CUT[1] ?? '');
    expect(place.hash).toBe('');
    expect(place.reload).toHaveBeenCalledOnce();
  });
});

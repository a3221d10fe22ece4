import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
  beforeEach(() => vi.stubGlobal('sessionStorage', fakeStorage()));
  afterEach(() => void vi.unstubAllGlobals());

  it('[ST1] reads both secrets from the fragment, and keeps them for a reload', () => {
    at(`#${invitation}.${roomSecret}`);
    expect(takeLink()?.link).toMatchObject({ invitation, roomSecret });
    at('');
    expect(takeLink()?.link).toMatchObject({ invitation, roomSecret });
  });

  it.each(CUT)('[ST1] %s opens nothing, also where the tab keeps a whole link', (hash) => {
    at(hash);
    expect(takeLink()).toMatchObject({ link: null, over: false });
    at(`#${invitation}.${roomSecret}`);
    takeLink();
    const place = at(hash);
    expect(takeLink()).toMatchObject({ link: null, over: false });
    expect(place.hash).toBe('');
  });
});

describe('a link that was cut off or mistyped', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it.each(['/s/short', '/s/', '/s', '/S/abcdefghijklmnopqrstuv', '/nothing'])(
    '[ST1] %s is told to be not whole, and leads to no first page',
    (pathname) => {
      vi.stubGlobal('location', { pathname, hash: '' });
      expect(takeLink()).toEqual({ link: null, over: false });
    },
  );

  it('[ST1] the bare address leads to the first page', () => {
    vi.stubGlobal('location', { pathname: '/', hash: '' });
    expect(takeLink()).toBeNull();
  });
});

describe('a link opened again in the same tab', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('[ST1] is taken off the address, and the page begins anew with it', () => {
    const window = new EventTarget();
    const place = { pathname: `/s/${'s'.repeat(24)}`, hash: '', reload: vi.fn() };
    const history = { replaceState: vi.fn(() => void (place.hash = '')) };
    vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
    vi.stubGlobal('location', place);
    vi.stubGlobal('history', history);
    vi.stubGlobal('sessionStorage', fakeStorage());
    takeLinksOpenedLater();
    place.hash = `#${'i'.repeat(43)}.${'r'.repeat(43)}`;
    window.dispatchEvent(new Event('hashchange'));
    expect(place).toMatchObject({ hash: '' });
    expect(place.reload).toHaveBeenCalledOnce();
    expect(takeLink()?.link?.invitation).toBe('i'.repeat(43));
    window.dispatchEvent(new Event('hashchange'));
    expect(place.reload).toHaveBeenCalledOnce();
    place.hash = CUT[1] ?? '';
    window.dispatchEvent(new Event('hashchange'));
    expect(place).toMatchObject({ hash: '' });
    expect(place.reload).toHaveBeenCalledOnce();
  });
});

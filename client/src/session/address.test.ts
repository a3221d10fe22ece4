import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeStorage } from '../testing/storage.ts';
import { secretsIn, sessionIn, takeLink, takeLinksOpenedLater } from './address.ts';

describe('the link', () => {
  it('[SC1] reads the session from the path and nothing from any other page', () => {
    expect(sessionIn('/s/abcdefghijklmnopqrstuv')).toBe('abcdefghijklmnopqrstuv');
    expect(sessionIn('/')).toBeNull();
    expect(sessionIn('/s/short')).toBeNull();
  });

  it('[SC1] reads both secrets from the fragment', () => {
    expect(secretsIn(`#${'i'.repeat(43)}.${'r'.repeat(43)}`)).toEqual({
      invitation: 'i'.repeat(43),
      roomSecret: 'r'.repeat(43),
    });
    expect(secretsIn('')).toBeNull();
    expect(secretsIn('#made')).toBeNull();
  });
});

describe('a link opened again in the same tab', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('[SC8] is taken off the address, and the page begins anew with it', () => {
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
  });
});

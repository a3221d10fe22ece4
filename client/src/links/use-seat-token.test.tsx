// @vitest-environment happy-dom
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { devices } from '../devices/chosen-devices.ts';
import type { Link } from './address.ts';
import { forgetToken, keepLeft, keepToken, keptToken } from './seat-token.ts';
import { useSeatToken } from './use-seat-token.ts';

const link = { sessionId: 's'.repeat(24), invitation: 'i'.repeat(43) } as Link;
const first = { token: 'of-the-first-window', open: false };
const second = { token: 'of-the-second-window', open: false };

describe('two windows in the lobby of one link', () => {
  const chosen = devices.getState();
  let root: Root;
  let here: ReturnType<typeof useSeatToken>;
  function Window() {
    here = useSeatToken(link);
    return null;
  }
  /** What another window does, and the browser's word of it. */
  const elsewhere = async (doing: Promise<unknown>, seen: object | null) => {
    await doing;
    dispatchEvent(new StorageEvent('storage', { key: null }));
    await vi.waitFor(() => expect(here.elsewhere).toEqual(seen && expect.objectContaining(seen)));
  };

  beforeEach(async () => {
    // What comes of a hash comes when it likes: drawn as in a browser, and waited for.
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
    localStorage.clear();
    sessionStorage.clear();
    root = createRoot(document.body.appendChild(document.createElement('div')));
    here = {} as typeof here;
    root.render(<Window />);
    await vi.waitFor(() => expect(here.kept).toBeNull());
  });
  afterEach(async () => {
    root.unmount();
    document.body.replaceChildren();
    devices.setState(chosen, true);
    localStorage.clear();
    sessionStorage.clear();
  });

  it('[DR7] the second one learns of the place that the first one gets, and takes it on a person’s word only', async () => {
    await elsewhere(keepToken(link, first), first);
    expect(here.kept).toBeNull();
    expect(await here.findPlace()).toBe(true);
    await vi.waitFor(() =>
      expect([here.kept, here.elsewhere]).toEqual([expect.objectContaining(first), null]),
    );
  });

  it('[DR7, SC6] the lobby is back where the first one went away again, or has left', async () => {
    await elsewhere(keepToken(link, first), first);
    await elsewhere(keepLeft(link, first.token, true), null);
    await elsewhere(keepLeft(link, first.token, false), first);
    await elsewhere(forgetToken(link, first.token), null);
    expect(here.kept).toBeNull();
    expect(await here.findPlace()).toBe(false);
  });

  it('[DR7] whoever is answered second goes to the place of the first, and loses no token of it', async () => {
    await keepToken(link, first);
    here.keep(second, null);
    await vi.waitFor(() => expect(here.kept).not.toBeNull());
    expect([here.kept, await keptToken(link)]).toEqual([
      expect.objectContaining(first),
      expect.objectContaining(first),
    ]);
  });

  it('[DR7] whoever has lost their place asks anew, or goes where another window has got one', async () => {
    here.keep(first, null);
    await vi.waitFor(() => expect(here.kept).toMatchObject(first));
    await forgetToken(link, first.token);
    await keepToken(link, second);
    here.lose(first);
    await vi.waitFor(() => expect(here.kept).toMatchObject(second));
    here.lose(second);
    await vi.waitFor(() => expect(here.kept).toBeNull());
    expect(await keptToken(link)).toBeNull();
  });
});

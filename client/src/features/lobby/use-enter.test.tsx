// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { devices } from '../../devices/chosen-devices.ts';
import type { Link } from '../../links/address.ts';
import { EMPTY_ENTRY, RULES } from './lobby-model.ts';
import { useEnter } from './use-enter.ts';

const link = { sessionId: 's'.repeat(24), invitation: 'i'.repeat(43) } as Link;
const entry = { ...EMPTY_ENTRY, name: 'Mei Lin', accepted: RULES };

describe('asking to come in', () => {
  const chosen = devices.getState();
  const [findPlace, onEntered, fetch] = [vi.fn(), vi.fn(), vi.fn()];
  let root: Root | null = null;
  let here: ReturnType<typeof useEnter>;
  function Page() {
    here = useEnter(link, { findPlace, onEntered });
    return null;
  }
  /** A page that is loaded, or loaded anew. */
  const load = async () => {
    await act(async () => root?.unmount());
    root = createRoot(document.body.appendChild(document.createElement('div')));
    await act(async () => root?.render(<Page />));
  };
  const ids = () => fetch.mock.calls.map(([, { body }]) => (JSON.parse(body) as { id: string }).id);
  const ask = (who = entry) => act(() => here.enter(who));

  beforeEach(async () => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    findPlace.mockResolvedValue(false);
    fetch.mockImplementation(async () => Response.json({ token: 'the-token' }));
    vi.stubGlobal('fetch', fetch);
    sessionStorage.clear();
    await load();
  });
  afterEach(async () => {
    await act(async () => root?.unmount());
    root = null;
    document.body.replaceChildren();
    devices.setState(chosen, true);
    localStorage.clear();
    sessionStorage.clear();
    vi.resetAllMocks();
    vi.unstubAllGlobals();
  });

  it('[DR7] asks nothing where another window of this browser has got a place by the same link', async () => {
    findPlace.mockResolvedValue(true);
    await ask();
    expect([fetch.mock.calls, onEntered.mock.calls]).toEqual([[], []]);
    findPlace.mockResolvedValue(false);
    await ask();
    expect(onEntered).toHaveBeenCalledExactlyOnceWith('the-token');
  });

  it('[SC4] the same question has the same id until it is answered, also after a reload, and another one another', async () => {
    fetch.mockRejectedValue(new Error('the line broke'));
    await ask();
    await ask();
    await load();
    await ask();
    await ask({ ...entry, name: 'Mei Li' });
    fetch.mockImplementation(async () => Response.json({ refusal: 'unavailable' }, { status: 503 }));
    await ask();
    fetch.mockImplementation(async () => Response.json({ refusal: 'too-many-tries' }, { status: 429 }));
    await ask();
    fetch.mockImplementation(async () => Response.json({ token: 'the-token' }));
    await ask();
    const [id, again, reloaded, another, unsure, many, answered] = ids();
    expect([again, reloaded, unsure, many, answered]).toEqual([id, id, id, id, id]);
    expect(another).not.toBe(id);
    await ask();
    expect(ids().at(-1)).not.toBe(id);
    expect({ ...sessionStorage }).not.toHaveProperty(`tele-balint:asking:${link.sessionId}`);
  });
});

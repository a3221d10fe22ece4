// @vitest-environment happy-dom
import type { View } from '@tele-balint/shared/view/view';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeLeading } from './leading.ts';
import { NOTHING_KNOWN, session } from './state/store.ts';

const room = (leads: boolean) => ({ kind: 'room', leader: leads ? {} : null }) as unknown as View;
const PARTS = {} as never;

describe('what only leaders see', () => {
  let root: Root;
  let box: HTMLElement;
  const shown = () => box.textContent;
  /** Shows what the page would, with parts that come or not as these say, one after the other. */
  const show = async (view: View, ...coming: readonly (() => Promise<never>)[]) => {
    const load = vi.fn<() => Promise<never>>(() => Promise.reject(new Error('asked too often')));
    for (const one of coming) load.mockImplementationOnce(one);
    const { useHeldForLeading, useLeading } = makeLeading(load);
    function Page() {
      const held = useHeldForLeading(true);
      return `${held ? 'held' : 'room'} ${useLeading().state}`;
    }
    await act(async () => session.setState({ ...NOTHING_KNOWN, link: 'up', view }));
    await act(async () => root.render(<Page />));
    return load;
  };
  const comes = () => Promise.resolve(PARTS);
  const fails = () => Promise.reject(new Error('not loaded'));
  const hangs = () => new Promise<never>(() => undefined);
  const isNow = (change: Partial<ReturnType<typeof session.getState>>) =>
    act(async () => session.setState(change));

  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
    box = document.body.appendChild(document.createElement('div'));
    root = createRoot(box);
  });
  afterEach(async () => {
    await act(async () => root.unmount());
    vi.useRealTimers();
  });

  it('[LE52] is loaded for nobody else, and without hiding the room from who begins to lead', async () => {
    const load = await show(room(false), hangs);
    expect(load).not.toHaveBeenCalled();
    await isNow({ view: room(true) });
    expect(load).toHaveBeenCalledOnce();
    expect(shown()).toBe('room asked');
  });

  it('[LE52] holds a leader’s first sight back until it is there, but not for long', async () => {
    await show(room(true), hangs);
    expect(shown()).toBe('held asked');
    await act(async () => vi.advanceTimersByTime(1_200));
    expect(shown()).toBe('room late');
  });

  it('[LE53] shows the room where it fails, and tries again when the line comes back', async () => {
    const load = await show(room(true), fails, fails, comes);
    expect(shown()).toBe('room failed');
    await isNow({ link: 'down' });
    await isNow({ link: 'up' });
    expect(load).toHaveBeenCalledTimes(3);
    expect(shown()).toBe('room there');
    await isNow({ link: 'down' });
    expect(load).toHaveBeenCalledTimes(3);
  });
});

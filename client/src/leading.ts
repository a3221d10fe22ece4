import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type * as Parts from './Leading.tsx';
import { useSession } from './state/use-session.ts';

type Leading = {
  /** What only leaders see; `null` as long as it has not come. */
  readonly parts: typeof Parts | null;
  /** `late`: it takes longer than anybody should be kept from the circle for. */
  readonly state: 'asked' | 'late' | 'failed' | 'there';
};

/** Milliseconds for which the room waits for it, so that a leader's first sight is whole. */
const PATIENCE = 1_200;

/** What only leaders see, and the way to it. */
export const makeLeading = (load: () => Promise<typeof Parts>) => {
  const leading = createStore<Leading>(() => ({ parts: null, state: 'asked' }));
  let loading = false;

  /** Loads it, unless it is there or on its way. */
  const loadLeading = (): void => {
    if (loading || leading.getState().parts !== null) return;
    loading = true;
    leading.setState({ state: 'asked' });
    const late = setTimeout(() => leading.setState({ state: 'late' }), PATIENCE);
    const end = (came: Partial<Leading>) => {
      clearTimeout(late);
      loading = false;
      leading.setState(came);
    };
    load().then(
      (parts) => end({ parts, state: 'there' }),
      () => end({ state: 'failed' }),
    );
  };

  const useLeading = (): Leading => useStore(leading);

  /**
   * Loads it for whoever leads, and again where it did not come and the line goes or is back.
   * @param room whether the room would be shown
   * @returns whether the room has to wait: never once it has been shown
   */
  const useHeldForLeading = (room: boolean): boolean => {
    const leads = useSession(({ view }) => view?.kind === 'room' && view.leader !== null);
    const up = useSession(({ link }) => link === 'up');
    const { state } = useLeading();
    const [shown, setShown] = useState(false);
    useEffect(() => {
      if (leads) loadLeading();
    }, [leads, up]);
    const held = room && leads && !shown && state === 'asked';
    if (shown !== (room && !held)) setShown(room && !held);
    return held;
  };
  return { loadLeading, useLeading, useHeldForLeading };
};

export const { loadLeading, useLeading, useHeldForLeading } = makeLeading(() => import('./Leading.tsx'));

// The empty chair that leaders have to decide on, and their waiting at it: the notice and the drawer's count agree.

import type { RoomView } from '@tele-balint/shared/view/view';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { emptyChair } from '../../state/presenter-gone.ts';
import { runningStep } from '../../state/steps.ts';

/** What this leader waits for, and until when. */
export const chairWait = createStore(() => ({ of: '', until: 0 }));

/** What there is to decide now; `null` where nothing is, or this leader waits. A wait is for one absence: another one is told at once. */
export const useEmptyChair = (view: RoomView, now: number) => {
  const { of, until } = useStore(chairWait);
  const how = emptyChair(view, now);
  const chair = view.leader?.chair ?? null;
  if (how === null || chair === null) return null;
  const absence = [runningStep(view)?.case, chair.seat, how, chair.since].join(' ');
  if (of === absence && now < until) return null;
  return { ...chair, how, wait: () => chairWait.setState({ of: absence, until: now + chair.again }) };
};

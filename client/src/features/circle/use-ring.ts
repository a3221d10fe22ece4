import type { RoomView } from '@tele-balint/shared/view/view';
import { type CSSProperties, useMemo, useState } from 'react';
import { boxStyle } from './box-style.ts';
import { type RingPlan, ringFor } from './ring.ts';
import { noticesOn, wordsOn } from './rug.ts';
import { type Group, groupsOf, isWide } from './groups.ts';
import { type Slot, slotsAfter } from './slots.ts';
import { useStageSize } from './use-stage-size.ts';

export type Ring = ReturnType<typeof useStageSize> & {
  /** `null`: a grid. */
  readonly plan: RingPlan | null;
  /** The seats in the circle and in the outer circle, in the plan's order. */
  readonly inside: readonly Slot[];
  readonly outside: readonly Slot[];
  /** Where notices stand, as the style sheet reads it; nothing in a grid. */
  readonly noticesStyle: CSSProperties | undefined;
  /** Where the words on the rug stand; nothing in a grid. */
  readonly wordsStyle: CSSProperties | undefined;
};

/** So many people each tile is made for; a wide one is as wide for two as for six. */
export const peopleAt = (slots: readonly Slot[]): number[] => slots.map(({ wide }) => (wide ? 2 : 1));

/** The places that the plan is made for: the same list until somebody is new. */
const useSlots = (groups: readonly Group[]): readonly Slot[] => {
  const own = groups.map((group) => ({ seat: group.seat, wide: isWide(group) }));
  const [slots, setSlots] = useState<readonly Slot[]>(own);
  const now = slotsAfter(slots, own);
  if (now !== slots) setSlots(now);
  return now;
};

/** Where the circle stands on its stage. Other parts of the room find the rug by it. */
export const useRing = (view: RoomView): Ring => {
  const stage = useStageSize();
  const groups = groupsOf(view);
  const inside = useSlots(groups.filter(({ sits }) => sits !== 'row'));
  const outside = useSlots(groups.filter(({ sits }) => sits === 'row'));
  // A circle with its notices on the rug must not become a grid because a grid has them below.
  const { width, whole, covered } = stage.size ?? { width: 0, whole: 0, covered: 0 };
  // It costs a frame: only for a new place or another size, not for every voice.
  const plan = useMemo(
    () => ringFor(peopleAt(inside), outside.length, width, whole),
    [inside, outside, width, whole],
  );
  const notices = useMemo(() => plan && noticesOn(plan.rug, plan.seats), [plan]);
  const noticesStyle = useMemo(
    () => (plan && notices ? boxStyle(plan, notices) : undefined),
    [plan, notices],
  );
  const wordsStyle = plan && notices ? boxStyle(plan, wordsOn(plan.rug, notices, covered)) : undefined;
  return { ...stage, plan, inside, outside, noticesStyle, wordsStyle };
};

import type { RoomView } from '@tele-balint/shared/view/view';
import { type CSSProperties, useMemo, useState } from 'react';
import { boxStyle } from './box-style.ts';
import { type RingPlan, ringFor } from './ring.ts';
import { noticesOn, wordsOn } from './rug.ts';
import { slotsAfter } from './slots.ts';
import { useStageSize } from './use-stage-size.ts';

export type Ring = ReturnType<typeof useStageSize> & {
  /** `null`: a grid. */
  readonly plan: RingPlan | null;
  /** The seats in the circle and in the outer circle, in the plan's order. */
  readonly inside: readonly string[];
  readonly outside: readonly string[];
  /** Where notices stand, as the style sheet reads it; nothing in a grid. */
  readonly noticesStyle: CSSProperties | undefined;
  /** Where the words on the rug stand; nothing in a grid. */
  readonly wordsStyle: CSSProperties | undefined;
};

/** One person sits at each tile. */
const oneEach = (seats: readonly string[]): number[] => seats.map(() => 1);

/** The seats that the plan is made for: the same list until somebody is new. */
const useSlots = (seats: readonly string[]): readonly string[] => {
  const [slots, setSlots] = useState(seats);
  const now = slotsAfter(slots, seats);
  if (now !== slots) setSlots(now);
  return now;
};

/** Where the circle stands on its stage. Other parts of the room find the rug by it. */
export const useRing = ({ places }: RoomView): Ring => {
  const stage = useStageSize();
  const inside = useSlots(places.filter(({ sits }) => sits !== 'row').map(({ seat }) => seat));
  const outside = useSlots(places.filter(({ sits }) => sits === 'row').map(({ seat }) => seat));
  // A circle with its notices on the rug must not become a grid because a grid has them below.
  const { width, whole, covered } = stage.size ?? { width: 0, whole: 0, covered: 0 };
  // It costs a frame: only for a new place or another size, not for every voice.
  const plan = useMemo(
    () => ringFor(oneEach(inside), outside.length, width, whole),
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

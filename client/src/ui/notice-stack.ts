import { createContext, useContext, useId, useLayoutEffect, useMemo, useState } from 'react';
import { type Rank, ranksOf, type Standing } from './notice-ranks.ts';

type Stack = {
  readonly ranks: ReadonlyMap<string, Rank>;
  /** Comes as the newest; gives what takes it out again. */
  readonly add: (one: Standing) => () => void;
};

/** Notices that stand together; one without a stack is alone. */
export const NoticeStack = createContext<Stack | null>(null);

export const useNoticeStack = (): Stack => {
  const [standing, setStanding] = useState<readonly Standing[]>([]);
  const ranks = useMemo(() => ranksOf(standing), [standing]);
  const [add] = useState(() => (one: Standing) => {
    setStanding((all) => [...all, one]);
    return () => setStanding((all) => all.filter((other) => other !== one));
  });
  return useMemo(() => ({ ranks, add }), [ranks, add]);
};

/** How a notice stands among the others of its stack. */
export const useRank = (calls: boolean): Rank | undefined => {
  const id = useId();
  const stack = useContext(NoticeStack);
  const add = stack?.add;
  useLayoutEffect(() => add?.({ id, calls }), [add, id, calls]);
  return stack?.ranks.get(id);
};

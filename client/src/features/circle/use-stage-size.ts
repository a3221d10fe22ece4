import { type RefObject, useEffect, useRef, useState } from 'react';

export type StageSize = {
  readonly width: number;
  readonly height: number;
  /** With what the notices take from it as long as they stand below. */
  readonly whole: number;
  /** How much of the rug notices cover, from below. */
  readonly covered: number;
};

type Stage = {
  readonly stage: RefObject<HTMLElement | null>;
  readonly notices: RefObject<HTMLElement | null>;
  /** `null` before the first layout. */
  readonly size: StageSize | null;
};

/** The size of the stage, followed as it changes. */
export const useStageSize = (): Stage => {
  const stage = useRef<HTMLElement>(null);
  const notices = useRef<HTMLElement>(null);
  const [size, setSize] = useState<StageSize | null>(null);
  useEffect(() => {
    const [box, below] = [stage.current, notices.current];
    if (box === null || below === null) return;
    const look = () =>
      setSize((known) => {
        const { clientWidth: width, clientHeight: height } = box;
        const onRug = below.dataset['layout'] === 'rug';
        const whole = height + (onRug ? 0 : below.offsetHeight);
        const covered = onRug ? below.offsetHeight : 0;
        return known?.width === width &&
          known.height === height &&
          known.whole === whole &&
          known.covered === covered
          ? known
          : { width, height, whole, covered };
      });
    const observer = new ResizeObserver(look);
    observer.observe(box);
    observer.observe(below);
    return () => observer.disconnect();
  }, []);
  return { stage, notices, size };
};

/** True from two frames after `ready`: chairs move only after the first layout stands. */
export const useSettled = (ready: boolean): boolean => {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!ready) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setSettled(true));
    });
    return () => cancelAnimationFrame(frame);
  }, [ready]);
  return settled;
};

import { type RefObject, useEffect, useRef, useState } from 'react';

export type StageSize = {
  readonly width: number;
  readonly height: number;
  /** With what the notices take from it as long as they stand below. */
  readonly whole: number;
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
        const whole = height + (below.dataset['layout'] === 'rug' ? 0 : below.offsetHeight);
        return known?.width === width && known.height === height && known.whole === whole
          ? known
          : { width, height, whole };
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

import { type RefObject, useEffect, useRef, useState } from 'react';

export type StageSize = { readonly width: number; readonly height: number };

/** The size of an element, followed as it changes; `null` before the first layout. */
export const useStageSize = <T extends HTMLElement>(): [RefObject<T | null>, StageSize | null] => {
  const ref = useRef<T>(null);
  const [size, setSize] = useState<StageSize | null>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = () =>
      setSize((known) => {
        const { clientWidth: width, clientHeight: height } = element;
        return known?.width === width && known.height === height ? known : { width, height };
      });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
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

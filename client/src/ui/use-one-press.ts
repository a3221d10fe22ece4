import { useEffect } from 'react';

/** How far apart in px the two clicks of a hurried hand, or the two taps of a finger, may be. */
const SAME_SPOT = 24;

type Press = { readonly x: number; readonly y: number; readonly at: number; readonly button: Element };

const buttonAt = (x: number, y: number): Element | null =>
  document.elementFromPoint(x, y)?.closest('button') ?? null;

/**
 * The second click of a double click presses nothing that the first one, or the moment, has brought under the pointer.
 * Keys have no place, and press what has the focus.
 * @param within milliseconds in which a second click belongs to the first
 */
export const useOnePress = (within: number): void =>
  useEffect(() => {
    let first: Press | null = null;
    const clicked = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button === null || event.detail === 0) return;
      const { clientX: x, clientY: y, timeStamp: at } = event;
      const again =
        first !== null && at - first.at < within && Math.hypot(x - first.x, y - first.y) <= SAME_SPOT;
      if (again && first !== null && button !== first.button && buttonAt(first.x, first.y) !== first.button) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else first = { x, y, at, button };
    };
    addEventListener('click', clicked, true);
    return () => removeEventListener('click', clicked, true);
  }, [within]);

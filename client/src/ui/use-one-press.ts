import { useEffect } from 'react';
import { DOUBLE } from './repeats.ts';

/** How far apart in px the two clicks of a hurried hand, or the two taps of a finger, may be. */
const SAME_SPOT = 24;

type Press = {
  readonly x: number;
  readonly y: number;
  readonly at: number;
  readonly button: Element;
  /** By Enter or Space: such a press has no place, and goes where the focus is. */
  readonly key: boolean;
  /** The question or the menu that the button stood in. */
  readonly asked: Element | null;
  /** The browser counts it as the second click of a double one; it knows that of a mouse only. */
  readonly again: boolean | null;
};

const askedIn = (button: Element) => button.closest('dialog, [role="menu"]');
const buttonAt = (x: number, y: number): Element | null =>
  document.elementFromPoint(x, y)?.closest('button') ?? null;

const pressOf = (event: MouseEvent, button: Element): Press => {
  const { clientX: x, clientY: y, timeStamp: at, detail } = event;
  const mouse = event instanceof PointerEvent && event.pointerType === 'mouse';
  const asked = askedIn(button);
  return { x, y, at, button, asked, key: detail === 0, again: mouse ? detail > 1 : null };
};

/** A button that counts by one, such as "one minute more": each press of it is one of its own. */
const countsPresses = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button')?.hasAttribute('data-counts') === true;

/** Whether a press is no wish of its own: a second one of the same button, or one that was meant for it. */
const isSecond = (first: Press, next: Press, within: number): boolean => {
  const passed = next.at - first.at;
  // With a mouse its owner's own setting counts.
  if (next.button === first.button) return !countsPresses(next.button) && (next.again ?? passed < DOUBLE);
  if (passed >= within || next.key !== first.key) return false;
  // A question or a menu that opens or closes takes the focus along; whoever moves it themselves means it.
  if (next.key) return askedIn(next.button) !== first.asked;
  const near = Math.hypot(next.x - first.x, next.y - first.y) <= SAME_SPOT;
  return near && buttonAt(first.x, first.y) !== first.button;
};

/** Whether a key that is held down would press a button again: the one that it is on, or by Enter that of the field's form. */
const pressesAgain = (key: string, target: EventTarget | null): boolean =>
  target instanceof HTMLButtonElement
    ? !countsPresses(target)
    : key === 'Enter' && target instanceof HTMLInputElement;

const stop = (event: Event): void => {
  event.preventDefault();
  event.stopImmediatePropagation();
};

/**
 * Hurried hands: a double or triple press of a button is one press, and its second half presses nothing that the first
 * one, or the moment, has brought under the pointer or the focus. A key that is held down is one press too.
 * @param within milliseconds in which a press of another button may still be meant for the first one
 */
export const useOnePress = (within: number): void =>
  useEffect(() => {
    let first: Press | null = null;
    const clicked = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button === null) return;
      const next = pressOf(event, button);
      const second = first !== null && isSecond(first, next, within);
      if (second) stop(event);
      // A third tap belongs to the second one.
      if (!second || button === first?.button) first = next;
    };
    const keyed = (event: KeyboardEvent) => {
      const { key, repeat, target } = event;
      const presses = key === 'Enter' || key === ' ';
      if (!presses) first = null;
      else if (repeat && pressesAgain(key, target)) stop(event);
    };
    // Whoever has chosen or written something meanwhile means the next press.
    const chose = () => {
      first = null;
    };
    addEventListener('click', clicked, true);
    addEventListener('keydown', keyed, true);
    addEventListener('input', chose, true);
    return () => {
      removeEventListener('click', clicked, true);
      removeEventListener('keydown', keyed, true);
      removeEventListener('input', chose, true);
    };
  }, [within]);

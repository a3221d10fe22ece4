import { useEffect, useRef } from 'react';

/** Where a section begins: its heading, or what is marked as its lead. */
const LEAD = 'h2, h3, [data-lead]';

const focusOn = (element: HTMLElement | null): void => {
  if (element === null) return;
  element.tabIndex = -1;
  element.focus();
};

/**
 * Keeps the focus near where it was when the button that had it goes: at the beginning of its section. A browser
 * would drop it, and the next Tab would begin at the top of the page.
 */
export const useKeptFocus = <T extends HTMLElement>() => {
  const area = useRef<T>(null);
  useEffect(() => {
    const box = area.current;
    if (box === null) return;
    let held: { readonly element: HTMLElement; readonly section: HTMLElement | null } | null = null;
    const came = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement)
        held = { element: target, section: target.closest('section, aside') };
    };
    // Whoever goes elsewhere by themselves is not followed; what was removed is told by the observer.
    const went = () =>
      queueMicrotask(() => {
        if (held?.element.isConnected && document.activeElement !== held.element) held = null;
      });
    const changed = () => {
      if (held === null || held.element.isConnected) return;
      const { section } = held;
      held = null;
      if (document.activeElement !== document.body) return;
      if (section?.isConnected) focusOn(section.querySelector<HTMLElement>(LEAD) ?? section);
      else focusOn(box.querySelector('h1'));
    };
    const observer = new MutationObserver(changed);
    observer.observe(box, { childList: true, subtree: true });
    box.addEventListener('focusin', came);
    box.addEventListener('focusout', went);
    return () => {
      observer.disconnect();
      box.removeEventListener('focusin', came);
      box.removeEventListener('focusout', went);
    };
  }, []);
  return area;
};

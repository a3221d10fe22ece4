import { type RefObject, useEffect } from 'react';

type Target = RefObject<HTMLElement | null>;

/** Alt+N goes to "Next", F3 to the drawer. No key moves the course by itself. */
export function useFocusKey(isKey: (event: KeyboardEvent) => boolean, target: Target) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isKey(event) || !target.current) return;
      event.preventDefault();
      target.current.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isKey, target]);
}

export const isNextKey = (event: KeyboardEvent) =>
  event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyN';
export const isDrawerKey = (event: KeyboardEvent) => event.key === 'F3';

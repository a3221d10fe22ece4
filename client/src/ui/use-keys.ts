import { useEffect, useRef } from 'react';

/** `Alt+M` or `F2` → what it does. */
export type Keys = Readonly<Record<string, () => void>>;

// By the key's place on the board: with Alt the letter itself may be another sign.
const pressed = ({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string | null => {
  if (ctrlKey || metaKey || shiftKey) return null;
  if (altKey) return code.startsWith('Key') ? `Alt+${code.slice(3)}` : null;
  return code;
};

/** Listens for shortcuts as long as the component stands. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = event.repeat ? undefined : latest.current[pressed(event) ?? ''];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
};

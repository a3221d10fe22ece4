import { useEffect, useRef } from 'react';
import { keysSwitch } from './keys-switch.ts';

/** `Alt+M` or `F2` → what it does; `at` = when it was pressed, in ms, however late a busy page hears of it. */
export type Keys = Readonly<Record<string, (at: number) => void>>;
type Press = Pick<
  KeyboardEvent,
  'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat' | 'target'
>;

// By the key's place on the board: with Alt the letter itself may be another sign.
const pressed = ({ code, altKey, ctrlKey, metaKey, shiftKey }: Press): string | null => {
  if (ctrlKey || metaKey || shiftKey) return null;
  if (altKey) return code.startsWith('Key') ? `Alt+${code.slice(3)}` : null;
  return code;
};

const NO_WRITING = ['checkbox', 'radio', 'button', 'submit'];

// There Alt and a letter write a sign on many boards, such as ñ.
const writes = (target: EventTarget | null): boolean => {
  const { tagName, type = '', isContentEditable } = (target ?? {}) as Partial<HTMLInputElement>;
  if (tagName === 'INPUT') return !NO_WRITING.includes(type);
  return tagName === 'TEXTAREA' || tagName === 'SELECT' || isContentEditable === true;
};

/** What this press does; nothing while somebody writes, and nothing again while the key is held. */
export const actOf = (press: Press, keys: Keys): Keys[string] | undefined =>
  press.repeat || writes(press.target) || !keysSwitch.getState().on ? undefined : keys[pressed(press) ?? ''];

/** Listens for shortcuts as long as the component stands. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = actOf(event, latest.current);
      if (act === undefined) return;
      event.preventDefault();
      act(event.timeStamp);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
};

import { afterEach, describe, expect, it, vi } from 'vitest';
import { keysSwitch } from './keys-switch.ts';
import { actOf } from './use-keys.ts';

const act = vi.fn();
const keys = { 'Alt+N': act, F2: act };
const press = (change: object = {}) =>
  ({
    code: 'KeyN',
    altKey: true,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    repeat: false,
    target: { tagName: 'BUTTON', type: 'button' },
    ...change,
  }) as unknown as KeyboardEvent;

describe('shortcuts', () => {
  afterEach(() => {
    keysSwitch.setState({ on: true });
    vi.unstubAllGlobals();
  });

  it('[KY1] act on their own combination, once for a press', () => {
    expect(actOf(press(), keys)).toBe(act);
    expect(actOf(press({ code: 'F2', altKey: false }), keys)).toBe(act);
    for (const other of [{ altKey: false }, { ctrlKey: true }, { shiftKey: true }, { metaKey: true }])
      expect(actOf(press(other), keys)).toBeUndefined();
    expect(actOf(press({ code: 'KeyM' }), keys)).toBeUndefined();
    expect(actOf(press({ repeat: true }), keys)).toBeUndefined();
  });

  it('[KY1] never act while somebody writes', () => {
    for (const target of [
      { tagName: 'INPUT', type: 'text' },
      { tagName: 'TEXTAREA' },
      { tagName: 'SELECT' },
      { tagName: 'DIV', isContentEditable: true },
    ])
      expect(actOf(press({ target }), keys)).toBeUndefined();
    expect(actOf(press({ target: { tagName: 'INPUT', type: 'checkbox' } }), keys)).toBe(act);
  });

  it('[KY1] are turned off by one switch, which the browser remembers', async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
    keysSwitch.setState({ on: false });
    expect(actOf(press(), keys)).toBeUndefined();
    vi.resetModules();
    const later = await import('./keys-switch.ts');
    expect(later.keysSwitch.getState().on).toBe(false);
    keysSwitch.setState({ on: true });
    expect(kept.size).toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useOnePress } from './use-one-press.ts';

vi.mock('react', () => ({ useEffect: (effect: () => void) => effect() }));

const REST = 1_000;

class Box {
  readonly dialog: Box | null;
  readonly counts: boolean;
  constructor(dialog: Box | null = null, counts = false) {
    this.dialog = dialog;
    this.counts = counts;
  }
  hasAttribute(name: string): boolean {
    return name === 'data-counts' && this.counts;
  }
  closest(wanted: string): Box | null {
    return wanted === 'button' ? this : this.dialog;
  }
}
class Input {
  readonly type = 'text';
}
class Press {
  stopped = false;
  constructor(of: Record<string, unknown>) {
    Object.assign(this, { clientX: 0, clientY: 0, detail: 0, pointerType: '', ...of });
  }
  preventDefault(): void {
    this.stopped = true;
  }
  stopImmediatePropagation(): void {
    this.stopped = true;
  }
}

describe('one press', () => {
  const listeners = new Map<string, (event: Press) => void>();
  /** Whether the page would do it. */
  const done = (type: 'click' | 'keydown' | 'input', of: Record<string, unknown>): boolean => {
    const event = new Press(of);
    listeners.get(type)?.(event);
    return !event.stopped;
  };
  const byKey = (target: Box, timeStamp: number) => done('click', { target, timeStamp });
  const byMouse = (target: Box, timeStamp: number, detail: number) =>
    done('click', { target, timeStamp, detail, pointerType: 'mouse' });
  const byFinger = (target: Box, timeStamp: number) =>
    done('click', { target, timeStamp, detail: 1, pointerType: 'touch' });

  beforeEach(() => {
    vi.stubGlobal('Element', Box);
    vi.stubGlobal('HTMLButtonElement', Box);
    vi.stubGlobal('HTMLInputElement', Input);
    vi.stubGlobal('PointerEvent', Press);
    vi.stubGlobal('document', { elementFromPoint: () => null });
    vi.stubGlobal('addEventListener', (type: string, on: (event: Press) => void) => listeners.set(type, on));
    useOnePress(REST);
  });
  afterEach(() => void vi.unstubAllGlobals());

  it('[PG60] is each one of a button that counts, however fast they come, and as long as a key is held', () => {
    const more = new Box(null, true);
    expect([byMouse(more, 0, 1), byMouse(more, 80, 2), byMouse(more, 160, 3)]).toEqual([true, true, true]);
    expect([byFinger(more, 1_000), byFinger(more, 1_100)]).toEqual([true, true]);
    expect(done('keydown', { target: more, key: 'Enter', repeat: true })).toBe(true);
    const other = new Box();
    expect([byMouse(more, 2_000, 1), byMouse(other, 2_100, 2)]).toEqual([true, false]);
  });

  it('[PG60] is a double one of a mouse as its owner has set it, of a finger or a key within half a second', () => {
    const button = new Box();
    expect([byMouse(button, 0, 1), byMouse(button, 80, 2), byMouse(button, 160, 3)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(byMouse(button, 240, 1)).toBe(true);
    expect([byFinger(button, 2_000), byFinger(button, 2_400), byFinger(button, 2_800)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(byFinger(button, 3_400)).toBe(true);
    expect([byKey(button, 5_000), byKey(button, 5_200), byKey(button, 5_800)]).toEqual([true, false, true]);
  });

  it('[PG60] is a key that is held down', () => {
    const target = new Box();
    expect(done('keydown', { key: 'Enter', repeat: false, target })).toBe(true);
    expect(done('keydown', { key: 'Enter', repeat: true, target })).toBe(false);
    const field = new Input();
    expect(done('keydown', { key: ' ', repeat: true, target: field })).toBe(true);
    expect(done('keydown', { key: 'Enter', repeat: true, target: field })).toBe(false);
  });

  it('[PG60] of a key answers no question that it has opened, and opens none again; moving on by hand is another press', () => {
    const [opener, other, answer] = [new Box(), new Box(), new Box(new Box())];
    expect([byKey(opener, 0), byKey(answer, 600)]).toEqual([true, false]);
    expect([byKey(answer, 2_000), byKey(opener, 2_600)]).toEqual([true, false]);
    expect([byKey(opener, 4_000), byKey(other, 4_100)]).toEqual([true, true]);
    expect(byKey(opener, 6_000)).toBe(true);
    done('keydown', { key: 'Tab', repeat: false, target: opener });
    expect(byKey(answer, 6_100)).toBe(true);
  });

  it('[PG60] is not a press after something was chosen, though its button stands where the one before did', () => {
    const [opener, close] = [new Box(), new Box(new Box())];
    expect([byMouse(opener, 0, 1), byMouse(close, 700, 1)]).toEqual([true, false]);
    expect(byMouse(opener, 2_000, 1)).toBe(true);
    done('input', { target: new Box() });
    expect(byMouse(close, 2_700, 1)).toBe(true);
  });
});

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Size } from './box.ts';

/** Below the seats of a grid, in px, as the style sheet has it. */
const PAD_BELOW = 12;

export type StageSize = {
  readonly width: number;
  readonly height: number;
  /** What a grid's seats have: below or beside the words. */
  readonly room: Size;
  /** With what the notices take from it as long as they stand below. */
  readonly whole: number;
  /** How much of the rug notices cover, from below. */
  readonly covered: number;
};

type Stage = {
  readonly stage: RefObject<HTMLElement | null>;
  readonly seats: RefObject<HTMLOListElement | null>;
  readonly words: RefObject<HTMLElement | null>;
  readonly notices: RefObject<HTMLElement | null>;
  /** `null` before the first layout. */
  readonly size: StageSize | null;
};

/** A stage that scrolls with the whole page leaves its faces a window of their own, at least so high. */
const LEAST_WINDOW = 300;

const roomOf = (stage: HTMLElement, seats: HTMLElement): Size => ({
  width: seats.clientWidth,
  height:
    getComputedStyle(stage).overflowY === 'visible'
      ? Math.max(LEAST_WINDOW, innerHeight)
      : stage.clientHeight - seats.offsetTop - PAD_BELOW,
});

const measure = (stage: HTMLElement, seats: HTMLElement, notices: HTMLElement): StageSize => {
  const { clientWidth: width, clientHeight: height } = stage;
  const onRug = notices.dataset['layout'] === 'rug';
  return {
    width,
    height,
    room: roomOf(stage, seats),
    whole: height + (onRug ? 0 : notices.offsetHeight),
    covered: onRug ? notices.offsetHeight : 0,
  };
};

const alike = (a: StageSize, b: StageSize): boolean =>
  a.width === b.width &&
  a.height === b.height &&
  a.whole === b.whole &&
  a.covered === b.covered &&
  a.room.width === b.room.width &&
  a.room.height === b.room.height;

/** The size of the stage, followed as it changes. */
export const useStageSize = (): Stage => {
  const stage = useRef<HTMLElement>(null);
  const seats = useRef<HTMLOListElement>(null);
  const words = useRef<HTMLElement>(null);
  const notices = useRef<HTMLElement>(null);
  const [size, setSize] = useState<StageSize | null>(null);
  useEffect(() => {
    const [box, list, middle, below] = [stage.current, seats.current, words.current, notices.current];
    if (box === null || list === null || middle === null || below === null) return;
    const look = () => {
      const now = measure(box, list, below);
      setSize((known) => (known !== null && alike(known, now) ? known : now));
    };
    const observer = new ResizeObserver(look);
    for (const one of [box, list, middle, below]) observer.observe(one);
    return () => observer.disconnect();
  }, []);
  return { stage, seats, words, notices, size };
};

/**
 * True from two frames after the stage has its size, and after each new one: chairs glide for people who come and go,
 * never after a window's edge.
 */
export const useSettled = (size: StageSize | null): boolean => {
  const now = size === null ? null : `${size.width} ${size.whole}`;
  const [settled, setSettled] = useState<string | null>(null);
  useEffect(() => {
    if (now === null) return;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setSettled(now));
    });
    return () => cancelAnimationFrame(frame);
  }, [now]);
  return now !== null && settled === now;
};

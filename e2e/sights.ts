// What can be seen of a page's parts, and where.

import type { Page } from 'playwright-core';
import { CARD, CENTRE, LABELS, NOTICE, NOTICES, SEAT, STAGE } from './parts.ts';

export type Rect = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

/** Whether two of them overlap by more than a pixel. */
export const meet = (a: Rect, b: Rect): boolean =>
  a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;

/** All that can be seen of these, in the window's own px; what a scrolling box hides is not seen. */
export const seen = (page: Page, selector: string): Promise<readonly Rect[]> =>
  page.evaluate(
    ([wanted, boxes]) => {
      const cut = (a: DOMRect, b: DOMRect) => ({
        left: Math.max(a.left, b.left),
        top: Math.max(a.top, b.top),
        right: Math.min(a.right, b.right),
        bottom: Math.min(a.bottom, b.bottom),
      });
      const found: { left: number; top: number; right: number; bottom: number }[] = [];
      for (const element of document.querySelectorAll(wanted)) {
        const box = element.parentElement?.closest(boxes)?.getBoundingClientRect();
        const own = element.getBoundingClientRect();
        const { left, top, right, bottom } = box === undefined ? own : cut(own, box);
        if (right > left && bottom > top) found.push({ left, top, right, bottom });
      }
      return found;
    },
    [selector, `${STAGE}, ${NOTICES}`] as const,
  );

/** Words in the middle of the circle that are seen in part only. */
export const cutWords = (page: Page): Promise<readonly (string | null)[]> =>
  page.evaluate(
    ([centre, below]) => {
      const box = document.querySelector(centre)?.getBoundingClientRect();
      const notices = document.querySelector(below)?.getBoundingClientRect();
      if (box === undefined || notices === undefined) throw new Error('no circle with notices in it');
      return [...document.querySelectorAll(`[data-layout="ring"] ${centre} > :not(span)`)]
        .filter((words) => {
          const { left, top, bottom, width } = words.getBoundingClientRect();
          if (width === 0 || box.height === 0) return false;
          return (
            left < box.right - 1 && (top < box.top - 1 || bottom > Math.min(box.bottom, notices.top) + 1)
          );
        })
        .map((words) => words.textContent);
    },
    [CENTRE, NOTICES] as const,
  );

/** Words in place of a picture that lie under a name or a tag. */
export const coveredWords = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    ([seats, card, labels]) => {
      const box = (element: Element) => element.getBoundingClientRect();
      const shown = (seat: Element, part: string) =>
        [...seat.querySelectorAll(part)].filter((one) => one.checkVisibility());
      return [...document.querySelectorAll(seats)].flatMap((seat) =>
        shown(seat, `${card} > span`).flatMap((word) =>
          shown(seat, labels)
            .filter((one) => box(word).bottom > box(one).top + 2 && box(word).top < box(one).bottom - 2)
            .map((one) => `${word.textContent} under ${one.textContent}`),
        ),
      );
    },
    [SEAT, CARD, LABELS] as const,
  );

/** Seats of which a part is out of the stage. */
export const hiddenSeats = (page: Page, which: string = SEAT): Promise<readonly (string | null)[]> =>
  page.evaluate(
    ([stage, seats]) => {
      const box = document.querySelector(stage)?.getBoundingClientRect() ?? new DOMRect();
      return [...document.querySelectorAll(seats)]
        .filter((seat) => {
          const { top, bottom, left, right } = seat.getBoundingClientRect();
          return top < box.top || bottom > box.bottom || left < box.left || right > box.right;
        })
        .map((seat) => seat.textContent);
    },
    [STAGE, which] as const,
  );

/** The fonts that came with the page and were needed. */
export const fontsIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.fonts].filter(({ status }) => status === 'loaded').map(({ family }) => family),
  );

/** Waits for the notice that the session ends. */
export const endIsTold = ({ page }: { readonly page: Page }): Promise<void> =>
  page
    .locator(NOTICE)
    .getByText(/^The session ends in/)
    .first()
    .waitFor();

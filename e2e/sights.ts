// What can be seen of a page's parts, and where.

import type { Page } from 'playwright-core';

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
  page.evaluate((wanted) => {
    const cut = (a: DOMRect, b: DOMRect) => ({
      left: Math.max(a.left, b.left),
      top: Math.max(a.top, b.top),
      right: Math.min(a.right, b.right),
      bottom: Math.min(a.bottom, b.bottom),
    });
    const found: { left: number; top: number; right: number; bottom: number }[] = [];
    for (const element of document.querySelectorAll(wanted)) {
      const box = element.parentElement?.closest('.stage, .notices')?.getBoundingClientRect();
      const own = element.getBoundingClientRect();
      const { left, top, right, bottom } = box === undefined ? own : cut(own, box);
      if (right > left && bottom > top) found.push({ left, top, right, bottom });
    }
    return found;
  }, selector);

/** Words in the middle of the circle that are seen in part only. */
export const cutWords = (page: Page): Promise<readonly (string | null)[]> =>
  page.evaluate(() => {
    const box = document.querySelector('.centre')?.getBoundingClientRect();
    const notices = document.querySelector('.notices')?.getBoundingClientRect();
    if (box === undefined || notices === undefined) throw new Error('no circle with notices in it');
    return [...document.querySelectorAll('[data-layout="ring"] .centre > :not(.vh)')]
      .filter((words) => {
        const { left, top, bottom, width } = words.getBoundingClientRect();
        if (width === 0 || box.height === 0) return false;
        return left < box.right - 1 && (top < box.top - 1 || bottom > Math.min(box.bottom, notices.top) + 1);
      })
      .map((words) => words.textContent);
  });

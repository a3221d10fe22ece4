import { useEffect, useRef } from 'react';

/** The page's own heading; where it has none, the one in its bar. */
const headingOfPage = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-title]') ?? document.querySelector<HTMLElement>('h1');

/**
 * Leads the focus to the heading of a page that takes the place of another one: its name is read, and the next Tab
 * begins there. The first page is read by the browser itself.
 * @param page its name; `null` between two pages
 */
export const usePageFocus = (page: string | null): void => {
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (page === null || page === shown.current) return;
    const first = shown.current === null;
    shown.current = page;
    const heading = first ? null : headingOfPage();
    if (heading === null) return;
    heading.tabIndex = -1;
    heading.focus();
  }, [page]);
};

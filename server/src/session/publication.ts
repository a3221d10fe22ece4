// Shows a session to everybody who looks on. One page that fails concerns nobody else.

import type { Logger } from 'pino';
import type { Failpoint } from '../failpoint.ts';
import { contentOf, numbered, type Watcher, type viewOf } from './watchers.ts';

export type Publication = {
  /** Sends a view at once and with every publication that shows something new; the answer stops it. */
  watch(watcher: Watcher): () => void;
  /** Shows everybody what is new to them. Never throws. */
  publish(): void;
};

/** @param shownTo what a page sees now */
export const createPublication = (
  shownTo: (watcher: Watcher) => ReturnType<typeof viewOf>,
  { logger, failpoint }: { readonly logger: Logger; readonly failpoint: Failpoint },
): Publication => {
  /** Everybody who looks on, with what they saw last and how many views that were. */
  const watchers = new Map<Watcher, { readonly seen: string | null; readonly version: number }>();
  const show = (watcher: Watcher): void => {
    const last = watchers.get(watcher);
    if (last === undefined) return;
    try {
      const view = shownTo(watcher);
      if (view === null) return;
      const seen = contentOf(view);
      if (seen === last.seen) return;
      const version = last.version + 1;
      watchers.set(watcher, { seen, version });
      watcher.onView(numbered(view, version));
    } catch (error) {
      // It is shown the same again next time.
      if (watchers.has(watcher)) watchers.set(watcher, last);
      logger.error({ err: error }, 'a page could not be shown the room');
    }
  };
  return {
    watch: (watcher) => {
      watchers.set(watcher, { seen: null, version: 0 });
      show(watcher);
      return () => void watchers.delete(watcher);
    },
    publish: () => {
      for (const watcher of [...watchers.keys()]) {
        show(watcher);
        failpoint('mid-views');
      }
    },
  };
};

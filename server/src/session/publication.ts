// Shows a session to everybody who looks on. One page that fails concerns nobody else.

import type { Shown } from '@tele-balint/shared/view/view';
import type { Logger } from 'pino';
import type { Failpoint } from '../failpoint.ts';
import type { Watcher } from './watchers.ts';
import { createWriter, numbered } from './written-views.ts';

export type Publication = {
  /** Sends a view at once and with every publication that shows something new; the answer stops it. */
  watch(watcher: Watcher): () => void;
  /** Shows everybody what is new to them, or those of them who are meant. Never throws. */
  publish(isMeant?: (watcher: Watcher) => boolean): void;
  /** Who looks on now. */
  watching(): Iterable<Watcher>;
};

type Seen = { readonly content: string | null; readonly version: number };

/** @param now what each page sees at this moment */
export const createPublication = (
  now: () => (watcher: Watcher) => Shown | null,
  { logger, failpoint }: { readonly logger: Logger; readonly failpoint: Failpoint },
): Publication => {
  /** Everybody who looks on, with what they saw last and how many views that were. */
  const watchers = new Map<Watcher, Seen>();

  /** @param then done after each page, whatever became of it */
  const show = (all: Iterable<Watcher>, then: () => void = () => undefined): void => {
    let shownTo: ReturnType<typeof now> | null = null;
    const write = createWriter();
    const showOne = (watcher: Watcher, last: Seen): void => {
      shownTo ??= now();
      const view = shownTo(watcher);
      if (view === null) return;
      const content = write(view);
      if (content === last.content) return;
      const version = last.version + 1;
      watchers.set(watcher, { content, version });
      watcher.onView(numbered(view, content, version));
    };
    for (const watcher of all) {
      const last = watchers.get(watcher);
      if (last === undefined) continue;
      try {
        showOne(watcher, last);
      } catch (error) {
        // It is shown the same again next time.
        if (watchers.has(watcher)) watchers.set(watcher, last);
        logger.error({ err: error }, 'a page could not be shown the room');
      }
      then();
    }
  };
  return {
    watch: (watcher) => {
      watchers.set(watcher, { content: null, version: 0 });
      show([watcher]);
      return () => void watchers.delete(watcher);
    },
    publish: (isMeant = () => true) =>
      show([...watchers.keys()].filter(isMeant), () => failpoint('mid-views')),
    watching: () => watchers.keys(),
  };
};

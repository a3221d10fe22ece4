// Who was found in a room without a place there. Each space hears of its own.

import type { Instant, Space } from '@tele-balint/shared/vocabulary';
import type { MediaReport } from '../port.ts';
import { spaceOf } from './space-of.ts';

export type StrangersSeen = {
  /** @param room `<media>.<space>` */
  add(room: string, stay: string, at: Instant): void;
  report(): MediaReport['strangers'];
};

/** Nobody yet. */
export const createStrangers = (): StrangersSeen => {
  const seen = new Map<string, { readonly space: Space; readonly at: Instant }>();
  const of = (space: Space): MediaReport['strangers'][Space] => {
    const here = [...seen.values()].filter((one) => one.space === space);
    const last = here.at(-1);
    return last === undefined ? null : { count: here.length, last: last.at };
  };
  return {
    add(room, stay, at) {
      const space = spaceOf(room);
      // Seen once more before the media server has put it out, it is the same one.
      if (space !== undefined && !seen.has(stay)) seen.set(stay, { space, at });
    },
    report: () => ({ circle: of('circle'), debrief: of('debrief') }),
  };
};

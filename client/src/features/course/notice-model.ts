import type { Notice } from '@tele-balint/shared/view/view';

/** A notice stands this long, in ms, unless it is closed before. That of a stranger stands until it is closed. */
const STANDS = 20_000;

/** The notices that are still worth showing. */
export const currentNotices = (
  notices: readonly Notice[],
  now: number,
  closed: readonly string[],
): readonly { readonly key: string; readonly notice: Notice }[] =>
  notices
    .map((notice) => ({ key: `${notice.type} ${notice.at}`, notice }))
    .filter(
      ({ key, notice }) => (notice.type === 'stranger' || now - notice.at < STANDS) && !closed.includes(key),
    );

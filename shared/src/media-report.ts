// What the enforcer knows of the media server; views tell it to those whom it concerns.

import type { Instant, LineId } from './vocabulary.ts';

/** What the media server has, as the enforcer knows it. */
export type MediaReport = {
  /** Lines whose rights the media server has not confirmed, from the first moment. */
  readonly unconfirmed: readonly LineId[];
  /** What has not been confirmed for so long that leaders are told. */
  readonly unenforced: readonly {
    readonly line: LineId;
    readonly since: Instant;
    readonly mayBeHeard: boolean;
  }[];
  readonly strangers: number;
  /** Lines whose program tried to send something under another name, sound called camera first of all. */
  readonly disguised: readonly LineId[];
  /** Lines that are in the media server now, and so can hear. */
  readonly connected: readonly LineId[];
};

export const NO_MEDIA: MediaReport = {
  unconfirmed: [],
  unenforced: [],
  strangers: 0,
  disguised: [],
  connected: [],
};

// What the enforcer knows of the media server; views tell it to those whom it concerns.

import type { Instant, LineId, Space } from './vocabulary.ts';

/** Those who were in a space without a place there, and were put out. */
export type Strangers = { readonly count: number; readonly last: Instant };

/** What the media server has, as the enforcer knows it. */
export type MediaReport = {
  /** Lines whose rights the media server has not confirmed, from the first moment. */
  readonly unconfirmed: readonly LineId[];
  /** What has not been confirmed for so long that leaders are told. */
  readonly unenforced: readonly {
    readonly line: LineId;
    readonly since: Instant;
    readonly mayBeHeard: boolean;
    readonly mayBeSeen: boolean;
  }[];
  /** `null` = none were there. */
  readonly strangers: Readonly<Record<Space, Strangers | null>>;
  /** Lines whose program tried to send something under another name, sound called camera first of all. */
  readonly disguised: readonly LineId[];
  /** Lines that are in the media server now, and so can hear, by the space that they are in. */
  readonly connected: Readonly<Record<Space, readonly LineId[]>>;
  /** Sound and pictures are sealed end to end: a setting of the whole server. */
  readonly sealed: boolean;
};

export const NO_MEDIA: MediaReport = {
  unconfirmed: [],
  unenforced: [],
  strangers: { circle: null, debrief: null },
  disguised: [],
  connected: { circle: [], debrief: [] },
  sealed: false,
};

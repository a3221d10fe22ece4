import type { RemoteTrackPublication } from 'livekit-client';
import type { Source } from './rules.ts';

/** What is asked before anything leaves this page, and before anything comes into it. Both may say no at any time. */
export type Gates = {
  /** Whether this source may be captured and sent now. */
  readonly mayPublish: (source: Source) => boolean;
  /** Whether what somebody sends may be taken and played now; that the view names it is asked besides. */
  readonly mayTake: (identity: string, publication: RemoteTrackPublication) => boolean;
  /** Calls whenever an answer may be another one. Gives back how to stop that. */
  readonly onChange: (look: () => void) => () => void;
};

/** Both let through what the view and LiveKit allow. */
export const OPEN_GATES: Gates = {
  mayPublish: () => true,
  mayTake: () => true,
  onChange: () => () => undefined,
};

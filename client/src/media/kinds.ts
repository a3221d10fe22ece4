// Whether a track is of the kind that its source may send. A label is its sender's word; what has arrived is not.

import type { Source } from './rules.ts';

/** What each source sends. */
const SENDS = { microphone: 'audio', camera: 'video' } as const satisfies Record<Source, string>;

/** All that is known of a track. */
export type Known = {
  /** As its sender announced it. */
  readonly announced: string;
  /** What it is coded as, as the media server says; not known yet = empty or undefined. */
  readonly coded: string | undefined;
  /** The kind of what has arrived here; `null` = nothing yet. */
  readonly arrived: string | null;
};

/** Sound comes from a microphone and pictures from a camera, by every sign that there is. */
export const fits = (source: Source, { announced, coded, arrived }: Known): boolean => {
  const kind = SENDS[source];
  const coding = coded === undefined || coded === '' || coded.toLowerCase().startsWith(`${kind}/`);
  return announced === kind && coding && (arrived === null || arrived === kind);
};

// Which stay in a room an identity has now: a connection that is taken up again goes on with what it had announced.

import type { Published } from '../port.ts';
import { createTracks, type Tracks } from './tracks.ts';

/** Stays remembered at once; beyond it the oldest is dropped. */
const MOST = 20_000;

export type Stays = {
  /** What a resume goes on with; of a stay that began before this gateway LiveKit is asked. */
  resumed(identity: string): Promise<Tracks>;
  /** LiveKit has let somebody in anew. */
  begun(identity: string, tracks: Tracks): void;
  drop(identity: string): void;
};

/**
 * @param published what LiveKit knows of somebody's tracks
 * @param sealing whether tracks must be announced as sealed
 */
export function createStays(
  published: (identity: string) => Promise<readonly Published[]>,
  sealing: boolean,
): Stays {
  const stays = new Map<string, Tracks>();
  const begun = (identity: string, tracks: Tracks): void => {
    stays.delete(identity);
    stays.set(identity, tracks);
    const oldest = stays.keys().next().value;
    if (stays.size > MOST && oldest !== undefined) stays.delete(oldest);
  };
  return {
    async resumed(identity) {
      const known = stays.get(identity);
      if (known !== undefined) return known;
      const tracks = createTracks(await published(identity), sealing);
      begun(identity, tracks);
      return tracks;
    },
    begun,
    drop: (identity) => void stays.delete(identity),
  };
}

import type { LocalTrack } from 'livekit-client';
import { listOf } from '../devices/device-list.ts';
import type { Source } from './rules.ts';

const usedBy = ({ mediaStreamTrack }: LocalTrack): string | null =>
  mediaStreamTrack.getSettings().deviceId ?? null;

/**
 * Which device an own source stays with, whatever is plugged in: LiveKit goes over to the one that comes first in the
 * browser's list then. A microphone that nobody chose follows the system's choice, as it does in other programs.
 */
export const makeHome = (source: Source) => {
  let began: string | null = null;
  return {
    /** The browser has just begun with a device; one that is closed tells only of the device before. */
    begin: (track: LocalTrack): void => {
      began = source === 'camera' && !track.isMuted ? usedBy(track) : null;
    },
    began: () => began,
    /** The device that is there, and that this track is to go back to; `null` = it stays as it is. */
    missedBy: async (track: LocalTrack, chosen: string | null): Promise<string | null> => {
      const home = chosen ?? began;
      // Of one that its owner closed nobody can see where LiveKit means to open it.
      if (home === null || (!track.isMuted && usedBy(track) === home)) return null;
      return (await listOf(source)).some(({ deviceId }) => deviceId === home) ? home : null;
    },
  };
};

import { type RefObject, useEffect, useRef, useSyncExternalStore } from 'react';
import { attach, mediaBoard, startMedia } from './media.ts';
import type { Source } from './rules.ts';
import type { MediaSnapshot } from './snapshot.ts';

/** What is, as the media server says. */
export const useMedia = (): MediaSnapshot => useSyncExternalStore(mediaBoard.listen, mediaBoard.read);

/** Keeps an element playing one track; a new `track` id attaches anew. */
export const useAttached = <T extends HTMLMediaElement>(
  identity: string | null,
  source: Source,
  track: string | null,
): RefObject<T | null> => {
  const element = useRef<T>(null);
  useEffect(() => {
    if (track === null || element.current === null) return;
    return attach(identity, source, element.current);
  }, [identity, source, track]);
  return element;
};

/** Follows the session's views as long as the component stands. */
export const useMediaOf = (sessionId: string, token: string): void => {
  useEffect(() => startMedia(sessionId, token), [sessionId, token]);
};

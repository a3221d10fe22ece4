import { type RefObject, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Envelopes } from '../connection/envelopes.ts';
import type { Link } from '../links/address.ts';
import { attach, startMedia } from './media.ts';
import { media } from './media-store.ts';
import type { Source } from './rules.ts';
import type { MediaSnapshot } from './snapshot.ts';

/** A part of what is, as the media server says; drawn again only when that part changes. */
export const useMedia = <T>(select: (is: MediaSnapshot) => T): T => useStore(media, select);

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
export const useMediaOf = (
  { sessionId, roomKey }: Pick<Link, 'sessionId' | 'roomKey'>,
  token: string,
  envelopes: Envelopes | null,
): void => {
  useEffect(
    () => startMedia({ sessionId, token, secret: roomKey, envelopes }),
    [sessionId, token, roomKey, envelopes],
  );
};

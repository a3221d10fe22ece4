// What a line may announce, offer and have in the media server: one microphone, which is sound, and one camera, which is
// pictures. The gateway, the enforcer and what reads LiveKit's lists all ask here, so that they cannot disagree.

import { Encryption_Type, TrackSource, TrackType } from '@livekit/protocol';

type Sendable = {
  readonly kind: 'audio' | 'video';
  /** LiveKit's names of both. */
  readonly source: TrackSource;
  readonly type: TrackType;
  /** LiveKit finds a track by its codecs too: a camera with one of sound would be heard. */
  readonly codecs: RegExp;
  /** At one time. */
  readonly most: number;
};

export const SENDABLE = {
  microphone: {
    kind: 'audio',
    source: TrackSource.MICROPHONE,
    type: TrackType.AUDIO,
    codecs: /^(audio\/)?(opus|red|pcmu|pcma|g722)$/i,
    most: 1,
  },
  camera: {
    kind: 'video',
    source: TrackSource.CAMERA,
    type: TrackType.VIDEO,
    codecs: /^(video\/)?(vp8|vp9|h264|h265|av1)$/i,
    most: 1,
  },
} as const satisfies Record<string, Sendable>;

export type Source = keyof typeof SENDABLE;
export type Kind = Sendable['kind'];
/** `mixed`: announced as one kind, and another arrives · `unsealed`: announced without a seal where one is asked for. */
export type Seen = Kind | 'mixed' | 'unsealed';

export const SOURCES = Object.keys(SENDABLE) as readonly Source[];

/** The source that LiveKit means; `other` for everything that nobody may send. */
export const sourceOf = (source: TrackSource): Source | 'other' =>
  SOURCES.find((one) => SENDABLE[one].source === source) ?? 'other';

/** Whether it is not what it is called: sound under a camera's name, or what nobody may send. */
export const isDisguised = (kind: Seen, source: Source | 'other'): boolean =>
  source === 'other' || SENDABLE[source].kind !== kind;

/**
 * Whether a track lacks the seal that is asked for. It is what its sender says: a help for honest pages, which listeners
 * do not rely on.
 * @param sealing whether this server asks for one
 */
export const lacksSeal = (encryption: Encryption_Type, sealing: boolean): boolean =>
  sealing && encryption !== Encryption_Type.GCM;

/** How many of a kind one line may have at one time. */
export const mostOf = (kind: Kind): number =>
  SOURCES.filter((one) => SENDABLE[one].kind === kind).reduce((sum, one) => sum + SENDABLE[one].most, 0);

/** What a track of these two names is; `null` where nobody may send such a one. */
export const sendableOf = (type: TrackType, source: TrackSource): Sendable | null => {
  const named = sourceOf(source);
  if (named === 'other') return null;
  const sendable = SENDABLE[named];
  return sendable.type === type ? sendable : null;
};

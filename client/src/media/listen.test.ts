import type { Room } from 'livekit-client';
import { describe, expect, test, vi } from 'vitest';
import { type Allowed, linesIn, subscribe, trackOf } from './listen.ts';
import type { Source } from './rules.ts';

const ALLOWED: Allowed = {
  named: new Map([['ben', new Set<Source>(['microphone', 'camera'])]]),
  mayTake: () => true,
};

/** A room in which Ben publishes this. */
const roomWith = (publication: object): Room =>
  ({
    remoteParticipants: new Map([
      ['ben', { identity: 'ben', trackPublications: new Map([['sid', publication]]) }],
    ]),
  }) as unknown as Room;
const camera = (more: object) => ({
  source: 'camera',
  kind: 'video',
  mimeType: 'video/VP8',
  isDesired: false,
  isMuted: false,
  setSubscribed: vi.fn(),
  ...more,
});
const arrived = (kind: string) => ({
  mediaStreamTrack: { kind },
  mediaStreamID: 'id',
  detach: vi.fn(),
});
const subscribed = (publication: ReturnType<typeof camera>): readonly unknown[] => {
  subscribe(roomWith(publication), ALLOWED, ['microphone', 'camera']);
  return publication.setSubscribed.mock.calls.flat();
};

describe('a publication', () => {
  test('[MC16] is subscribed to as a picture only if it is coded as one', () => {
    expect(subscribed(camera({}))).toEqual([true]);
    expect(subscribed(camera({ mimeType: 'audio/opus' }))).toEqual([]);
    expect(subscribed(camera({ mimeType: 'audio/opus', isDesired: true }))).toEqual([false]);
  });

  test('[MC16] is let go and shown nowhere when what arrives is of another kind', () => {
    const track = arrived('audio');
    const disguised = camera({ mimeType: '', isDesired: true, track });
    expect(trackOf(roomWith(disguised), ALLOWED, 'ben', 'camera')).toBeNull();
    expect(linesIn(roomWith(disguised), ALLOWED, new Set())['ben']?.video).toBeNull();
    expect(subscribed(disguised)).toEqual([false]);
    expect(track.detach).toHaveBeenCalled();
    const picture = arrived('video');
    const honest = camera({ isDesired: true, track: picture });
    expect(trackOf(roomWith(honest), ALLOWED, 'ben', 'camera')).toBe(picture);
  });
});

// A room of LiveKit's client that keeps what it is told, for tests.

import { EventEmitter } from 'node:events';
import { Track } from 'livekit-client';
import { vi } from 'vitest';

const { Microphone, Camera } = Track.Source;
const fakeStream = (kind: string) =>
  Object.assign(new EventTarget(), {
    ...{ kind, enabled: true, muted: false, readyState: 'live', deviceId: 'device' },
    getSettings(): { readonly deviceId: string } {
      return { deviceId: this.deviceId };
    },
  });
export const fakeTrack = (kind: string) => ({
  kind,
  mediaStreamTrack: fakeStream(kind),
  mediaStreamID: kind,
  isMuted: false,
  setDeviceId: vi.fn(function (this: { mediaStreamTrack: { deviceId: string } }, device: string) {
    this.mediaStreamTrack.deviceId = device;
    return Promise.resolve(true);
  }),
  stop: vi.fn(),
  attach: vi.fn(),
  detach: vi.fn(),
});
type FakeTrack = ReturnType<typeof fakeTrack>;

/** A room in which everything is allowed, and Ben sends sound and pictures. */
export const fakeRoom = () => {
  const sent = new Map<Track.Source, FakeTrack>();
  const captured: FakeTrack[] = [];
  const ben = [
    ['microphone', 'audio', 'audio/opus'],
    ['camera', 'video', 'video/vp8'],
  ].map(([source, kind = '', mimeType]) => {
    const publication = {
      ...{ source, kind, mimeType, isDesired: false, isMuted: false, track: fakeTrack(kind) },
      setSubscribed: vi.fn((on: boolean) => void (publication.isDesired = on)),
    };
    return publication;
  });
  const room = Object.assign(new EventEmitter(), {
    state: 'connected',
    remoteParticipants: new Map([
      ['ben', { identity: 'ben', trackPublications: new Map(ben.map((one) => [one.source, one])) }],
    ]),
    localParticipant: Object.assign(new EventEmitter(), {
      permissions: { canPublish: true, canPublishSources: [] },
      setEnabledPublishCodecs: () => undefined,
      createTracks: vi.fn((options: { audio?: unknown }) => {
        captured.push(fakeTrack(options.audio === undefined ? 'video' : 'audio'));
        return Promise.resolve(captured.slice(-1));
      }),
      publishTrack: vi.fn((track: FakeTrack) => {
        sent.set(track.kind === 'audio' ? Microphone : Camera, track);
        return Promise.resolve({ track });
      }),
      unpublishTrack: vi.fn((track: FakeTrack) => {
        for (const [source, one] of sent) if (one === track) sent.delete(source);
        return Promise.resolve();
      }),
      setMicrophoneEnabled: vi.fn((on: boolean) => {
        const track = sent.get(Microphone);
        if (track) track.isMuted = !on;
        return Promise.resolve();
      }),
      getTrackPublication: (source: Track.Source) => {
        const track = sent.get(source);
        return track && { track, isMuted: track.isMuted };
      },
    }),
    disconnect: () => Promise.resolve(),
  });
  return { room, me: room.localParticipant, ben, sent, captured };
};

// A page with LiveKit's own client that does what a person's page does: speaks when it may, and comes back after a cut.

import type { WithLivekit } from './bare-page.ts';

export type HonestPage = {
  /** Sound and pictures that are published now. */
  published(): readonly string[];
  /** How often the page came back to its stay. */
  resumed(): number;
  /** Cuts the signal, as a network does. */
  cut(): void;
};

/** Joins and publishes whatever it is allowed to, as soon as it is; runs in the page. */
export const beHonest = async ([url, token]: readonly [string, string]): Promise<void> => {
  const sockets: WebSocket[] = [];
  const Plain = globalThis.WebSocket;
  globalThis.WebSocket = class extends Plain {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      sockets.push(this);
    }
  };
  const { Room, RoomEvent, Track, VideoPresets } = (globalThis as unknown as WithLivekit).LivekitClient;
  const room = new Room({
    adaptiveStream: true,
    dynacast: true,
    publishDefaults: { videoCodec: 'vp8', videoSimulcastLayers: [VideoPresets.h180] },
    videoCaptureDefaults: { resolution: VideoPresets.h360.resolution },
  });
  const me = room.localParticipant;
  let resumed = 0;
  const speak = async (): Promise<void> => {
    const sources = me.permissions?.canPublish === true ? me.permissions.canPublishSources : [];
    for (const source of [Track.Source.Microphone, Track.Source.Camera]) {
      const may = sources.some((one) => Track.sourceToProto(source) === one);
      if (may && me.getTrackPublication(source) === undefined) {
        if (source === Track.Source.Microphone) await me.setMicrophoneEnabled(true);
        else await me.setCameraEnabled(true);
      }
    }
  };
  room.on(
    RoomEvent.ParticipantPermissionsChanged,
    (_, who) => void (who === me && speak().catch(() => undefined)),
  );
  room.on(RoomEvent.Reconnected, () => (resumed += 1));
  await room.connect(url, token);
  await speak();
  const page: HonestPage = {
    published: () => [...me.trackPublications.values()].map(({ source }) => source).sort(),
    resumed: () => resumed,
    cut: () => sockets.at(-1)?.close(),
  };
  Object.defineProperty(globalThis, 'honest', { value: page });
};

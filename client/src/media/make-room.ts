import { AudioPresets, LogLevel, Room, type RoomOptions, setLogLevel, VideoPresets } from 'livekit-client';

// Its chatter names identities; what a person has to know stands on the page.
setLogLevel(LogLevel.error);

/**
 * The one room factory: speech for ears, small pictures for a ring of seats.
 * @param encryption with it nothing is sent twice in a packet, as that would go round the seal, and pictures are sent also while
 * nobody watches: only a frame that goes out proves that it is sealed
 */
export const makeRoom = (encryption?: RoomOptions['encryption']): Room =>
  new Room({
    ...(encryption && { encryption }),
    adaptiveStream: true,
    dynacast: encryption === undefined,
    disconnectOnPageLeave: true,
    audioCaptureDefaults: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    videoCaptureDefaults: { resolution: VideoPresets.h360.resolution },
    publishDefaults: {
      audioPreset: AudioPresets.speech,
      dtx: true,
      red: encryption === undefined,
      simulcast: true,
      videoCodec: 'vp8',
      videoEncoding: VideoPresets.h360.encoding,
      videoSimulcastLayers: [VideoPresets.h180],
    },
    // A few quick tries for a short break, the first at once; after that our own loop asks for a new token, for ever.
    reconnectPolicy: {
      nextRetryDelayInMs: ({ retryCount }) => {
        if (retryCount === 0) return 0;
        return retryCount > 7 ? null : Math.min(2_000, 200 * 2 ** (retryCount - 1));
      },
    },
  });

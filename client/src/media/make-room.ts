import { AudioPresets, LogLevel, Room, setLogLevel, VideoPresets } from 'livekit-client';

// Its chatter names identities; what a person has to know stands on the page.
setLogLevel(LogLevel.error);

/** The one room factory: speech for ears, small pictures for a ring of seats. */
export const makeRoom = (): Room =>
  new Room({
    adaptiveStream: true,
    dynacast: true,
    disconnectOnPageLeave: true,
    audioCaptureDefaults: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    videoCaptureDefaults: { resolution: VideoPresets.h360.resolution },
    publishDefaults: {
      audioPreset: AudioPresets.speech,
      dtx: true,
      red: true,
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

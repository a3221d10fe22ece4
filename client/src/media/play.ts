// How a track gets into an element. LiveKit's client opens the sound of every element that it gives sound to, also of one
// that is there for pictures; so what plays here is decided here.

import { fits } from './kinds.ts';
import type { Source } from './rules.ts';

/** What is needed of LiveKit's track. */
export type Playable = {
  readonly kind: string;
  readonly mediaStreamTrack: MediaStreamTrack;
  attach(element: HTMLMediaElement): HTMLMediaElement;
  detach(element: HTMLMediaElement): HTMLMediaElement;
};

/** Nothing that plays pictures makes a sound, whoever has done what to it. */
const silence = (element: HTMLMediaElement): void => {
  if (element.srcObject instanceof MediaStream)
    for (const sound of element.srcObject.getAudioTracks()) element.srcObject.removeTrack(sound);
  if (element.volume !== 0) element.volume = 0;
  if (!element.muted) element.muted = true;
};

/**
 * Plays or shows a track, if it really is of its source's kind. Gives back how to stop.
 */
export const play = (track: Playable, source: Source, element: HTMLMediaElement): (() => void) => {
  const { kind, mediaStreamTrack } = track;
  if (!fits(source, { announced: kind, coded: undefined, arrived: mediaStreamTrack.kind }))
    return () => undefined;
  if (source === 'microphone') {
    track.attach(element);
    return () => void track.detach(element);
  }
  const keepSilent = (): void => silence(element);
  // LiveKit's client adds to the stream that it finds, and watches how large the picture is shown.
  element.srcObject = new MediaStream([mediaStreamTrack]);
  keepSilent();
  element.addEventListener('volumechange', keepSilent);
  track.attach(element);
  keepSilent();
  return () => {
    element.removeEventListener('volumechange', keepSilent);
    track.detach(element);
  };
};

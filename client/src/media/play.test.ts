import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { play } from './play.ts';

type Track = { readonly kind: string };

class Stream {
  tracks: readonly Track[];
  constructor(tracks: readonly Track[] = []) {
    this.tracks = tracks;
  }
  getTracks = () => this.tracks;
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
  addTrack = (track: Track) => void (this.tracks = [...this.tracks, track]);
  removeTrack = (track: Track) => void (this.tracks = this.tracks.filter((one) => one !== track));
}

class Element extends EventTarget {
  srcObject: Stream | null = null;
  volume = 1;
  #muted = true;
  get muted(): boolean {
    return this.#muted;
  }
  set muted(muted: boolean) {
    this.#muted = muted;
    this.dispatchEvent(new Event('volumechange'));
  }
  get silent(): boolean {
    return this.muted && this.volume === 0 && (this.srcObject?.getAudioTracks().length ?? 0) === 0;
  }
}

/** As LiveKit's: it adds to the stream that is there, and opens the sound of the element. */
const trackOf = (label: string, real: string) => ({
  kind: label,
  mediaStreamTrack: { kind: real } as MediaStreamTrack,
  attach: vi.fn((element: HTMLMediaElement) => {
    const it = element as unknown as Element;
    it.srcObject ??= new Stream();
    it.srcObject.addTrack({ kind: 'audio' });
    [it.muted, it.volume] = [false, 1];
    return element;
  }),
  detach: vi.fn((element: HTMLMediaElement) => element),
});

describe('an element', () => {
  let element: Element;
  const it = (): HTMLMediaElement => element as unknown as HTMLMediaElement;
  beforeEach(() => {
    vi.stubGlobal('MediaStream', Stream);
    element = new Element();
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('[MC16] is given nothing that is not of the kind of its source', () => {
    for (const [source, label, real] of [
      ['camera', 'audio', 'audio'],
      ['camera', 'video', 'audio'],
      ['microphone', 'video', 'video'],
      ['microphone', 'audio', 'video'],
    ] as const) {
      const track = trackOf(label, real);
      play(track, source, it())();
      expect(track.attach).not.toHaveBeenCalled();
    }
    expect(element.srcObject).toBeNull();
  });

  test('[MC16] for pictures stays without any sound, whatever LiveKit’s client does to it', () => {
    const track = trackOf('video', 'video');
    const stop = play(track, 'camera', it());
    expect(element.silent).toBe(true);
    expect(element.srcObject?.getTracks()).toEqual([{ kind: 'video' }]);
    // Later too, as when a picture that rested comes again.
    track.attach(it());
    element.dispatchEvent(new Event('volumechange'));
    expect(element.silent).toBe(true);
    stop();
    expect(track.detach).toHaveBeenCalledWith(element);
  });

  test('[MC16] for a voice plays it', () => {
    const track = trackOf('audio', 'audio');
    const stop = play(track, 'microphone', it());
    expect(track.attach).toHaveBeenCalledWith(element);
    expect([element.muted, element.volume]).toEqual([false, 1]);
    stop();
    expect(track.detach).toHaveBeenCalledWith(element);
  });
});

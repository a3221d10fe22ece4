/** How often the own level is read, in ms: a meter, not an oscilloscope. */
const EVERY = 120;
/** Loudest of six bars. */
const BARS = 6;

const barsOf = (samples: Float32Array): number => {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  // From -55 dB (nothing) to -15 dB (close to the microphone), in even steps for the ear.
  const decibels = 10 * Math.log10(energy + 1e-9);
  return Math.max(0, Math.min(BARS, Math.round(((decibels + 55) / 40) * BARS)));
};

/** Shows how loud the own microphone is. Nothing of it leaves this page. */
export const meter = (onLevel: (level: number) => void) => {
  let context: AudioContext | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let watched: MediaStreamTrack | null = null;
  const stop = () => {
    clearInterval(timer);
    void context?.close();
    context = null;
    watched = null;
    onLevel(0);
  };
  return {
    watch: (track: MediaStreamTrack | null): void => {
      if (track === watched) return;
      if (watched !== null) stop();
      if (track === null) return;
      watched = track;
      context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 512;
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      timer = setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        onLevel(barsOf(samples));
      }, EVERY);
    },
    stop,
  };
};

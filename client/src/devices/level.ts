/** How often a level is read, in ms: a meter, not an oscilloscope. */
const EVERY = 100;
const SAMPLES = 1024;
/** In decibels: nothing, and as loud as can be shown. */
const [LEAST, MOST] = [-60, -10] as const;

/** How loud samples between -1 and 1 are, 0 to 100 in even steps for the ear, quiet speech well visible. */
export const levelOf = (samples: Float32Array): number => {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  const decibels = 10 * Math.log10(energy + 1e-12);
  return Math.round(Math.min(1, Math.max(0, (decibels - LEAST) / (MOST - LEAST))) * 100);
};

/** Reads how loud an own track is. Nothing of it leaves this page. */
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
      const analyser = new AnalyserNode(context, { fftSize: SAMPLES });
      context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      const samples = new Float32Array(SAMPLES);
      timer = setInterval(() => {
        analyser.getFloatTimeDomainData(samples);
        onLevel(levelOf(samples));
      }, EVERY);
    },
    stop,
  };
};

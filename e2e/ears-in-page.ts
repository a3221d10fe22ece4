// The ears that are put into a page before anything of ours runs there: they know every way in which it can make a sound.

/** Forty milliseconds of what is played: its root mean square, of 1, and the share of its power that is each pitch, of 1. */
export type Piece = { readonly loud: number; readonly shares: readonly number[] };

/** What a page played, and what reached it. */
export type Sounds = {
  /** Milliseconds for which each was heard. Who: the identity that stands at the element, else what it is. */
  readonly heard: Readonly<Record<string, number>>;
  /** Milliseconds of sound at all receivers together, also where nothing plays it. */
  readonly arrived: number;
};

export type EarsInPage = {
  readonly connections: readonly RTCPeerConnection[];
  /**
   * Begins to count; what was counted before is forgotten.
   * @param pitches in hertz, each looked for in what is played
   */
  begin(pitches?: readonly number[]): Promise<void>;
  /** What was counted since the beginning, up to this moment. */
  take(): Sounds;
  /** What was played of each since the beginning, piece by piece, where pitches were asked for. */
  pieces(): Readonly<Record<string, readonly Piece[]>>;
  end(): Promise<void>;
};

/** The page, as the ears have changed it. */
export type WithEars = { readonly ears: EarsInPage };

/**
 * Runs in the page. It cannot use anything from outside.
 * @param loud the peak, of 1, from which a sample counts as heard
 */
export const growEars = (loud: number): void => {
  /** Samples a second: few, so that one reading of an analyser holds the last four seconds. */
  const RATE = 8_000;
  const HELD = 32_768;
  /** Samples of 10 ms: the smallest piece that is heard or not. */
  const PIECE = RATE / 100;
  /** Samples of 40 ms: long enough to tell pitches apart. */
  const LONG = 4 * PIECE;
  /** Milliseconds between readings. A busy page may read late: nothing is lost within four seconds. */
  const EVERY = 20;

  type Meter = {
    readonly analyser: AnalyserNode;
    readonly stop: () => void;
    read: number;
    tuned: number;
    audible: ReadonlySet<string>;
  };
  const connections: RTCPeerConnection[] = [];
  const elements = new Set<HTMLMediaElement>();
  const graph = new Set<MediaStream>();
  const mine = new WeakSet<object>();
  let context: AudioContext | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let heard: Record<string, number> = {};
  let pieces: Record<string, Piece[]> = {};
  let pitches: readonly number[] = [];
  let arrived = 0;
  const meters = new Map<MediaStreamTrack, Meter>();
  const samples = new Float32Array(HELD);

  globalThis.RTCPeerConnection = new Proxy(globalThis.RTCPeerConnection, {
    construct(target, args: [RTCConfiguration?]) {
      const made = new target(...args);
      connections.push(made);
      return made;
    },
  });
  // An element plays what is given to it, wherever it stands: in the page, in a shadow, or nowhere.
  const { prototype } = HTMLMediaElement;
  const given = Object.getOwnPropertyDescriptor(prototype, 'srcObject') as PropertyDescriptor;
  Object.defineProperty(prototype, 'srcObject', {
    ...given,
    set(this: HTMLMediaElement, value: MediaProvider | null) {
      if (!mine.has(this)) elements.add(this);
      given.set?.call(this, value);
    },
  });
  const intoGraph = AudioContext.prototype.createMediaStreamSource;
  AudioContext.prototype.createMediaStreamSource = function take(stream) {
    graph.add(stream);
    return intoGraph.call(this, stream);
  };
  const Source = globalThis.MediaStreamAudioSourceNode;
  globalThis.MediaStreamAudioSourceNode = new Proxy(Source, {
    construct(target, args: [AudioContext, MediaStreamAudioSourceOptions]) {
      if (args[0] !== context) graph.add(args[1].mediaStream);
      return new target(...args);
    },
  });

  const received = (): readonly MediaStreamTrack[] =>
    connections
      .filter(({ connectionState }) => connectionState !== 'closed')
      .flatMap((one) => one.getReceivers().map(({ track }) => track))
      .filter(({ kind, readyState }) => kind === 'audio' && readyState === 'live');
  const soundIn = (stream: MediaProvider | null): readonly MediaStreamTrack[] =>
    stream instanceof MediaStream
      ? stream.getAudioTracks().filter(({ enabled, readyState }) => enabled && readyState === 'live')
      : [];
  /** Every track that is played now, and as whom. */
  const played = (): ReadonlyMap<MediaStreamTrack, ReadonlySet<string>> => {
    const all = new Map<MediaStreamTrack, Set<string>>();
    const add = (track: MediaStreamTrack, who: string) =>
      all.set(track, (all.get(track) ?? new Set()).add(who));
    for (const element of elements) {
      if (element.muted || element.volume === 0 || element.paused) continue;
      const who = element.dataset['identity'] ?? `a nameless ${element.tagName.toLowerCase()}`;
      for (const track of soundIn(element.srcObject)) add(track, who);
    }
    // The own meter reads the own microphone; what comes from others has no business there.
    const others = new Set(received());
    for (const stream of graph)
      for (const track of soundIn(stream)) if (others.has(track)) add(track, 'an audio graph');
    return all;
  };
  const meterOf = (ear: AudioContext, track: MediaStreamTrack): Meter => {
    const stream = new MediaStream([track]);
    // Chromium gives a remote track to an analyser only while an element plays it too.
    const element = new Audio();
    mine.add(element);
    element.muted = true;
    element.srcObject = stream;
    void element.play().catch(() => undefined);
    const analyser = new AnalyserNode(ear, { fftSize: HELD });
    const source = new Source(ear, { mediaStream: stream });
    source.connect(analyser);
    const stop = (): void => {
      source.disconnect();
      element.srcObject = null;
    };
    return { analyser, stop, read: ear.currentTime, tuned: ear.currentTime, audible: new Set() };
  };
  const pieceOf = (all: Float32Array): Piece => {
    const power = all.reduce((sum, one) => sum + one ** 2, 0);
    const shares = pitches.map((pitch) => {
      let [cosine, sine] = [0, 0];
      for (const [at, one] of all.entries()) {
        const turn = (2 * Math.PI * pitch * at) / RATE;
        cosine += one * Math.cos(turn);
        sine += one * Math.sin(turn);
      }
      return power === 0 ? 0 : (2 * (cosine ** 2 + sine ** 2)) / (LONG * power);
    });
    return { loud: Math.sqrt(power / LONG), shares };
  };
  /** Cuts what was played since the last time into pieces; the rest of it waits for more. */
  const tune = (meter: Meter, at: number, audible: ReadonlySet<string>): void => {
    const waiting = Math.min(HELD, Math.floor((at - meter.tuned) * RATE));
    const whole = Math.floor(waiting / LONG);
    meter.tuned = at - (waiting - whole * LONG) / RATE;
    for (let from = HELD - waiting, n = 0; n < whole; n += 1, from += LONG)
      for (const who of audible) (pieces[who] ??= []).push(pieceOf(samples.subarray(from, from + LONG)));
  };
  const listen = (): void => {
    const ear = context;
    if (ear === null) return;
    const [now, others] = [played(), new Set(received())];
    for (const track of [...now.keys(), ...others])
      if (!meters.has(track)) meters.set(track, meterOf(ear, track));
    for (const [track, meter] of meters) {
      const at = ear.currentTime;
      const fresh = Math.min(HELD, Math.floor((at - meter.read) * RATE));
      if (fresh < PIECE) continue;
      meter.read = at;
      meter.analyser.getFloatTimeDomainData(samples);
      let ms = 0;
      for (let from = HELD - fresh; from < HELD; from += PIECE)
        if (samples.subarray(from, from + PIECE).some((one) => Math.abs(one) > loud)) ms += 10;
      // Whoever plays it now or did at the last reading has played it in between.
      const audible = now.get(track) ?? new Set<string>();
      const all = new Set([...audible, ...meter.audible]);
      for (const who of all) if (ms > 0) heard[who] = (heard[who] ?? 0) + ms;
      if (pitches.length > 0) tune(meter, at, all);
      if (others.has(track)) arrived += ms;
      meter.audible = audible;
      if (track.readyState === 'live') continue;
      meter.stop();
      meters.delete(track);
    }
  };
  const end = async (): Promise<void> => {
    clearInterval(timer);
    for (const { stop } of meters.values()) stop();
    meters.clear();
    await context?.close();
    context = null;
  };
  const ears: EarsInPage = {
    connections,
    async begin(wanted = []) {
      await end();
      [heard, pieces, arrived, pitches] = [{}, {}, 0, wanted];
      context = new AudioContext({ sampleRate: RATE });
      timer = setInterval(listen, EVERY);
      listen();
    },
    take() {
      listen();
      return { heard: { ...heard }, arrived };
    },
    pieces() {
      listen();
      return pieces;
    },
    end,
  };
  Object.defineProperty(globalThis, 'ears', { value: ears });
};

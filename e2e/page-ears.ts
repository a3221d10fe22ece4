// What a page really plays: the energy in its own audio elements, per speaker.

import type { Page } from 'playwright-core';

/** Milliseconds. The fake microphones never pause, so a short window is enough. */
const WINDOW = 1_200;
/** Peak, of 1, from which a sample counts as heard. */
const HEARD = 0.01;

/**
 * Listens for one window, or until all the wanted were heard, and gives the identities that were heard.
 *
 * The analyser runs at 8 kHz, so that one reading holds the last four seconds: more than the window of a silence.
 */
export const heardIn = async (
  page: Page,
  window = WINDOW,
  wanted: readonly string[] = [],
): Promise<readonly string[]> =>
  page.evaluate(
    async ({ window, wanted, loud }) => {
      const context = new AudioContext({ sampleRate: 8_000 });
      const ears = new Map<MediaStream, { readonly identity: string; readonly analyser: AnalyserNode }>();
      const heard = new Set<string>();
      // Who waits for a voice looks often, and then the newest quarter of a second is enough.
      const [often, kept] = wanted.length > 0 ? [20, 2_048] : [100, 32_768];
      const samples = new Float32Array(kept);
      const open = (): void => {
        for (const element of document.querySelectorAll<HTMLAudioElement>('audio[data-identity]')) {
          const stream = element.srcObject;
          if (!(stream instanceof MediaStream) || stream.getAudioTracks().length === 0) continue;
          if (ears.has(stream) || element.muted || element.paused) continue;
          const analyser = context.createAnalyser();
          analyser.fftSize = samples.length;
          context.createMediaStreamSource(stream).connect(analyser);
          ears.set(stream, { identity: element.dataset['identity'] ?? '', analyser });
        }
      };
      const read = (): void => {
        for (const { identity, analyser } of ears.values()) {
          if (heard.has(identity)) continue;
          analyser.getFloatTimeDomainData(samples);
          if (samples.some((sample) => Math.abs(sample) > loud)) heard.add(identity);
        }
      };
      const end = performance.now() + window;
      while (performance.now() < end && (wanted.length === 0 || wanted.some((one) => !heard.has(one)))) {
        open();
        await new Promise((resolve) => setTimeout(resolve, often));
        read();
      }
      await context.close();
      return [...heard];
    },
    { window, wanted, loud: HEARD },
  );

/** Waits until all these identities are heard, one after the other or together, from now on. */
export const hearsAll = async (
  page: Page,
  identities: readonly string[],
  deadline = 20_000,
): Promise<void> => {
  const heard = await heardIn(page, deadline, identities);
  const missing = identities.filter((identity) => !heard.includes(identity));
  if (missing.length > 0) throw new Error(`${missing.join(', ')} not heard within ${deadline} ms`);
};

/** Remembers every peer connection of a page, so that its own figures can be asked; before it opens our address. */
export const rememberConnections = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    Object.defineProperty(globalThis, 'keptConnections', { value: kept });
    globalThis.RTCPeerConnection = new Proxy(globalThis.RTCPeerConnection, {
      construct(target, args: [RTCConfiguration?]) {
        const made = new target(...args);
        kept.push(made);
        return made;
      },
    });
  });

/** Packets of sound that this page has sent so far, over all its connections. */
export const soundSent = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const kept = (globalThis as unknown as { keptConnections: RTCPeerConnection[] }).keptConnections;
    const reports = await Promise.all(
      kept.filter((one) => one.connectionState !== 'closed').map((one) => one.getStats()),
    );
    return reports
      .flatMap((report) => [...report.values()])
      .filter((one) => one.type === 'outbound-rtp' && one.kind === 'audio')
      .reduce((sum, one) => sum + Number(one.packetsSent), 0);
  });

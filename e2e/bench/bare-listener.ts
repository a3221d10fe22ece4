// A page with LiveKit's own client and nothing of ours: it hears everything and says when.

import type { Browser, Page } from 'playwright-core';
import { barePage, type WithLivekit } from '../bare-page.ts';

type Hearing = { readonly first: number; readonly last: number };
type Probe = {
  join(name: string, url: string, token: string): Promise<void>;
  hearing(name: string): Hearing;
  forget(name: string): void;
};

export type BareListener = {
  /** Joins a room and hears it under this name. */
  join(name: string, url: string, token: string): Promise<void>;
  /** When sound was first and last heard there, in milliseconds of the wall clock; 0 = not yet. */
  hearing(name: string): Promise<Hearing>;
  /** Begins to count again. */
  forget(name: string): Promise<void>;
};

/** Puts the probe into a page; it runs there. */
const setUp = (mediaAlone: boolean): void => {
  const { Room } = (globalThis as unknown as WithLivekit).LivekitClient;
  const heard = new Map<string, { first: number; last: number }>();
  const context = new AudioContext();
  const watch = (name: string, track: MediaStreamTrack): void => {
    const stream = new MediaStream([track]);
    // Chromium gives a remote track to an analyser only while an element plays it too.
    const element = new Audio();
    element.srcObject = stream;
    element.muted = true;
    void element.play();
    const analyser = context.createAnalyser();
    analyser.fftSize = 256;
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      if (track.readyState === 'ended') clearInterval(timer);
      analyser.getFloatTimeDomainData(samples);
      const energy = samples.reduce((sum, one) => sum + one * one, 0) / samples.length;
      if (Math.sqrt(energy) < 0.003) return;
      const now = performance.timeOrigin + performance.now();
      heard.set(name, { first: heard.get(name)?.first ?? now, last: now });
    }, 4);
  };
  const probe: Probe = {
    async join(name, url, token) {
      const room = new Room({ adaptiveStream: false, dynacast: false });
      room.on('trackSubscribed', ({ kind, mediaStreamTrack: track }) => {
        if (kind === 'audio') watch(name, mediaAlone ? track.clone() : track);
      });
      await room.connect(url, token);
    },
    hearing: (name) => heard.get(name) ?? { first: 0, last: 0 },
    forget: (name) => void heard.delete(name),
  };
  Object.defineProperty(globalThis, 'probe', { value: probe });
};

const inPage = <A, R>(
  page: Page,
  call: (probe: Probe, argument: A) => R | Promise<R>,
  argument: A,
): Promise<R> =>
  page.evaluate(`(${call.toString()})(globalThis.probe, ${JSON.stringify(argument)})`) as Promise<R>;

/**
 * @param origin of ours: our gateway answers no other page
 * @param mediaAlone hears on until nothing arrives, as a page that ignores LiveKit's word that a track is gone
 */
export const bareListener = async (
  browser: Browser,
  origin: string,
  mediaAlone = false,
): Promise<BareListener> => {
  const page = await barePage(browser, origin);
  await page.evaluate(setUp, mediaAlone);
  return {
    join: (name, url, token) =>
      inPage(page, (probe, [a, b, c]) => probe.join(a, b, c), [name, url, token] as const),
    hearing: (name) => inPage(page, (probe, one) => probe.hearing(one), name),
    forget: (name) => inPage(page, (probe, one) => probe.forget(one), name),
  };
};

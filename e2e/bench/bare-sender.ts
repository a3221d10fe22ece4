// A page with LiveKit's own client that opens a fresh microphone when told to.

import type { Browser } from 'playwright-core';
import { barePage, type WithLivekit } from '../bare-page.ts';

type Mouth = { open(): Promise<number>; close(): Promise<void> };

export type BareSender = {
  /** Opens the microphone; answers when that was asked for, in milliseconds of the wall clock. */
  open(): Promise<number>;
  /** Takes the track back and stops the capture, as a lost right does. */
  close(): Promise<void>;
};

/** Puts the client into a page; it runs there. */
const setUp = async ({ url, token }: { url: string; token: string }): Promise<void> => {
  const { Room, Track } = (globalThis as unknown as WithLivekit).LivekitClient;
  const room = new Room();
  await room.connect(url, token);
  const mouth: Mouth = {
    async open() {
      const at = performance.timeOrigin + performance.now();
      await room.localParticipant.setMicrophoneEnabled(true);
      return at;
    },
    async close() {
      const track = room.localParticipant.getTrackPublication(Track.Source.Microphone)?.track;
      if (track) await room.localParticipant.unpublishTrack(track, true);
    },
  };
  Object.defineProperty(globalThis, 'mouth', { value: mouth });
};

/** Joins a room whose token lets it speak. */
export const bareSender = async (
  browser: Browser,
  origin: string,
  url: string,
  token: string,
): Promise<BareSender> => {
  const page = await barePage(browser, origin);
  await page.evaluate(setUp, { url, token });
  return {
    open: () => page.evaluate<number>('globalThis.mouth.open()'),
    close: () => page.evaluate<undefined>('globalThis.mouth.close()'),
  };
};

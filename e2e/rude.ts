// A client of LiveKit that obeys nothing: it goes on sending after it was told to stop, and keeps every token.

import { setTimeout as pause } from 'node:timers/promises';
import { LocalAudioTrack, Room, RoomEvent, TrackPublishOptions, TrackSource } from '@livekit/rtc-node';
import { playTone } from './tone.ts';

/** Milliseconds from publishing until a listener surely has the sound. */
const AUDIBLE = 1500;

/** Whether a token says that its bearer may send sound; an empty list of sources means every source. */
export function maySpeak(token: string): boolean {
  const claims = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const { video } = JSON.parse(claims) as { video?: { canPublish?: boolean; canPublishSources?: string[] } };
  const sources = video?.canPublishSources ?? [];
  return video?.canPublish === true && (sources.length === 0 || sources.includes('microphone'));
}

export type Rude = {
  /** Every token that it was ever given, the first one first. */
  readonly tokens: readonly string[];
  /** Sends its tone under this name; rejects when LiveKit does not take it (after 10 s if there is no answer). */
  publish(source?: TrackSource): Promise<void>;
  /** The token that LiveKit gave last; after a grant it carries the right to send. */
  bank(): string | undefined;
  /** Whether the last token says that it may send sound. */
  granted(): boolean;
  connected(): boolean;
  /** Takes back what it sends, so that a long series does not drag every old track along. */
  withdraw(): Promise<void>;
  leave(): Promise<void>;
};

/**
 * @param url of the signal, `ws://…/sfu` or LiveKit itself
 * @param token any token, old or new
 */
export async function rudeClient(url: string, token: string): Promise<Rude> {
  const room = new Room();
  const tone = playTone();
  const tokens = [token];
  const sent = new Map<string, LocalAudioTrack>();
  const bank = (): string | undefined => {
    const now = room.token;
    if (now !== undefined && tokens.at(-1) !== now) tokens.push(now);
    return now;
  };
  room.on(RoomEvent.TokenRefreshed, bank);
  try {
    await room.connect(url, token, { autoSubscribe: false, dynacast: false });
  } catch (error) {
    await tone.end();
    throw error;
  }
  return {
    tokens,
    bank,
    granted: () => maySpeak(bank() ?? token),
    connected: () => room.isConnected,
    async publish(source = TrackSource.SOURCE_MICROPHONE) {
      const track = LocalAudioTrack.createAudioTrack('tone', tone.source);
      const options = new TrackPublishOptions({ source, dtx: false, red: false });
      const publication = await room.localParticipant?.publishTrack(track, options);
      if (publication?.sid) sent.set(publication.sid, track);
    },
    async withdraw() {
      for (const [sid, track] of sent) {
        // The server may have taken it back already; the client here doesn't know.
        await room.localParticipant?.unpublishTrack(sid, true).catch(() => undefined);
        await track.close(false);
      }
      sent.clear();
    },
    async leave() {
      await room.disconnect();
      await tone.end();
    },
  };
}

/** Joins with a token and publishes, both through to the end or to the refusal; answers the client if it joined. */
export async function tryToBeHeard(url: string, token: string, source?: TrackSource): Promise<Rude | null> {
  const client = await rudeClient(url, token).catch(() => null);
  // Refused is fine: whoever calls this listens whether it is heard, for which it needs a moment.
  await client?.publish(source).then(
    () => pause(AUDIBLE),
    () => undefined,
  );
  return client;
}

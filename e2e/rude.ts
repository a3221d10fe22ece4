// A client of LiveKit that obeys nothing: it goes on sending after it was told to stop, and keeps every token.

import { setTimeout as pause } from 'node:timers/promises';
import { LocalAudioTrack, Room, RoomEvent, TrackPublishOptions, TrackSource } from '@livekit/rtc-node';
import { enter } from './enter.ts';
import type { Place } from './keys.ts';
import { playTone } from './tone.ts';

/** Milliseconds from publishing until a listener surely has the sound. */
const AUDIBLE = 1500;

type Claims = {
  readonly sub?: string;
  readonly exp?: number;
  readonly video?: {
    readonly room?: string;
    readonly canPublish?: boolean;
    readonly canPublishSources?: readonly string[];
  };
};

/** What a token of LiveKit says. */
export const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Claims;

/** Whether a token says that its bearer may send sound; an empty list of sources means every source. */
export function maySpeak(token: string): boolean {
  const { video } = claimsOf(token);
  const sources = video?.canPublishSources ?? [];
  return video?.canPublish === true && (sources.length === 0 || sources.includes('microphone'));
}

/** The sources that a token of LiveKit names. */
export const sourcesIn = (token: string): readonly string[] => claimsOf(token).video?.canPublishSources ?? [];

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
  /** Packets of sound that it has really sent so far, as its own peer connection counts them. */
  soundSent(): Promise<number>;
  /** Takes back what it sends, so that a long series does not drag every old track along. */
  withdraw(): Promise<void>;
  leave(): Promise<void>;
};

/**
 * @param place the signal of ours or LiveKit's itself, with any token, old or new; with keys it seals what it sends
 * @param pitch of its tone, in hertz
 */
export async function rudeClient(place: Place, pitch?: number): Promise<Rude> {
  const { token } = place;
  const room = new Room();
  const tone = playTone(pitch);
  const tokens = [token];
  const sent = new Map<string, LocalAudioTrack>();
  const bank = (): string | undefined => {
    const now = room.token;
    if (now !== undefined && tokens.at(-1) !== now) tokens.push(now);
    return now;
  };
  room.on(RoomEvent.TokenRefreshed, bank);
  try {
    await enter(room, place, { autoSubscribe: false });
  } catch (error) {
    await tone.end();
    throw error;
  }
  return {
    tokens,
    bank,
    granted: () => maySpeak(bank() ?? token),
    connected: () => room.isConnected,
    async soundSent() {
      const { publisherStats } = await room.getRtcStats();
      return publisherStats.reduce((sum, { stats }) => {
        if (stats.case !== 'outboundRtp' || stats.value.stream?.kind !== 'audio') return sum;
        return sum + Number(stats.value.sent?.packetsSent ?? 0);
      }, 0);
    },
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

export type Attempt = {
  readonly client: Rude;
  /** Why LiveKit did not take the track; `null` where it did. */
  readonly refused: string | null;
};

/**
 * Joins with a token and publishes, through to the end or to the refusal. A join that fails is thrown: an attempt that
 * never reached LiveKit proves no silence.
 */
export async function tryToBeHeard(place: Place, source?: TrackSource): Promise<Attempt> {
  const client = await rudeClient(place);
  const refused = await client.publish(source).then(
    () => null,
    (error: unknown) => String(error),
  );
  // Whoever calls this listens whether it is heard, for which it needs a moment.
  if (refused === null) await pause(AUDIBLE);
  return { client, refused };
}

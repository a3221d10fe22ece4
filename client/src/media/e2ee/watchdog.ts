// While a page is in a space: its worker is asked, and what it sealed is held against what the connection sent.

import type { LocalTrack } from 'livekit-client';
import type { SealingWorker } from './worker.ts';

/** How often it looks, how long the worker may be silent when asked, twice, and a track that sends nothing be unproven, in ms. */
const EVERY = 1_500;
const ANSWERS_WITHIN = 2_000;
const SEALS_WITHIN = 5_000;
/** Frames: the count comes after each fiftieth; as many again may be told a moment later. */
const UNTOLD = 100;

/** What the connection has sent of a track: packets of sound, frames of pictures. */
export const sentOf = (kind: string, stats: Iterable<Record<string, unknown>>): number => {
  const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
  let sent = 0;
  for (const one of stats) {
    if (one['type'] !== 'outbound-rtp') continue;
    sent +=
      kind === 'audio'
        ? number(one['packetsSent']) - number(one['retransmittedPacketsSent'])
        : number(one['framesSent']);
  }
  return sent;
};

/** One late answer is a slow device, or one that was asleep; two are a worker that is gone. */
export const alive = (worker: SealingWorker): Promise<void> =>
  worker.alive(ANSWERS_WITHIN).catch(() => worker.alive(ANSWERS_WITHIN));

const sentBy = async (track: LocalTrack): Promise<number> => {
  const report = await track.sender?.getStats();
  return report === undefined ? 0 : sentOf(track.kind, report.values());
};

/**
 * Waits for the first sealed frame of a track, for as long as none of it was sent at all: a camera that another program holds, or
 * a connection that is not there yet, is no miss of sealing. Rejects where something was sent, and nothing of it sealed.
 * @param ended whether nobody waits any more
 */
export const firstSealed = async (
  worker: SealingWorker,
  track: LocalTrack,
  ended: () => boolean,
): Promise<void> => {
  const id = track.mediaStreamID;
  while (!ended()) {
    const came = await worker.firstSealed(id, SEALS_WITHIN).then(
      () => true,
      () => false,
    );
    if (came) return;
    const sent = await sentBy(track);
    await alive(worker);
    if (worker.sealed(id) > 0) return;
    if (sent > 0 || track.sender === undefined) throw new Error('something was sent, and nothing sealed');
  }
};

/** Counts what all senders of each track have sent: after a reconnect a track has another one, which begins at nothing. */
const sentOfAll = () => {
  const bySender = new Map<string, Map<RTCRtpSender | undefined, number>>();
  return async (track: LocalTrack): Promise<number> => {
    const counts = bySender.get(track.mediaStreamID) ?? new Map<RTCRtpSender | undefined, number>();
    bySender.set(track.mediaStreamID, counts);
    const { sender } = track;
    counts.set(sender, await sentBy(track));
    return [...counts.values()].reduce((sum, one) => sum + one, 0);
  };
};

/**
 * @param tracks what is published now
 * @param onMiss called once, with the end of the watch
 */
export const watchSealing = (
  worker: SealingWorker,
  tracks: () => readonly LocalTrack[],
  onMiss: () => void,
): (() => void) => {
  const sentSoFar = sentOfAll();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = async (): Promise<void> => {
    const own = tracks();
    const sent = await Promise.all(own.map(sentSoFar));
    // Asked after the connection: by its answer the worker has told of all that was sent before.
    await alive(worker);
    // Since the track began: what is sealed may wait long before it goes out, so that no two moments can be compared.
    for (const [at, { mediaStreamID }] of own.entries())
      if ((sent[at] ?? 0) > worker.sealed(mediaStreamID) + UNTOLD)
        throw new Error('more was sent than sealed');
  };
  const again = (): void => {
    timer = setTimeout(() => {
      look().then(
        () => (stopped ? undefined : again()),
        () => {
          if (!stopped) onMiss();
          stopped = true;
        },
      );
    }, EVERY);
  };
  again();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};

// While a page is in a space: its worker is asked, and what it sealed is held against what the connection sent.

import type { LocalTrack } from 'livekit-client';
import type { SealingWorker } from './worker.ts';

/** How often it looks, how long the worker may be silent when asked, twice, and a track that sends nothing be unproven, in ms. */
const EVERY = 1_500;
const ANSWERS_WITHIN = 2_000;
const SEALS_WITHIN = 5_000;
/** The count comes after each fiftieth frame; as many again may be told a moment later. */
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

type Mark = { readonly sent: number; readonly sealed: number };

/** Whether more went out since the mark than was sealed since. */
export const isMore = (now: Mark, mark: Mark): boolean =>
  now.sent - mark.sent > now.sealed - mark.sealed + UNTOLD;

/**
 * @param tracks what is published now
 * @param onMiss called once, with the end of the watch
 */
export const watchSealing = (
  worker: SealingWorker,
  tracks: () => readonly LocalTrack[],
  onMiss: () => void,
): (() => void) => {
  const marks = new Map<LocalTrack, Mark>();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const marksNow = async (): Promise<ReadonlyMap<LocalTrack, Mark>> => {
    const own = tracks();
    const sent = await Promise.all(own.map(sentBy));
    // Asked after the connection: by its answer the worker has told of all that was sent before.
    await alive(worker);
    return new Map(
      own.map((track, at) => [track, { sent: sent[at] ?? 0, sealed: worker.sealed(track.mediaStreamID) }]),
    );
  };
  const look = async (): Promise<void> => {
    const now = await marksNow();
    for (const track of marks.keys()) if (!now.has(track)) marks.delete(track);
    for (const [track, mark] of now) {
      const before = marks.get(track);
      if (before === undefined) marks.set(track, mark);
      else if (isMore(mark, before)) throw new Error('more was sent than sealed');
    }
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

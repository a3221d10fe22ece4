import type { LocalTrack } from 'livekit-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstSealed, sentOf, watchSealing } from './watchdog.ts';
import type { SealingWorker } from './worker.ts';

/** One voice, of which so much went out and so much was sealed. */
const voice = () => {
  const is = { sent: 0, sealed: 0, alive: true, late: 0 };
  const report = () => new Map([['a', { type: 'outbound-rtp', packetsSent: is.sent }]]);
  const track = {
    kind: 'audio',
    mediaStreamID: 'mine',
    sender: { getStats: () => Promise.resolve(report()) },
  };
  const fails = () => Promise.reject(new Error('late'));
  const worker = {
    alive: () => {
      if (is.late === 0) return is.alive ? Promise.resolve() : fails();
      is.late -= 1;
      return fails();
    },
    sealed: () => is.sealed,
    firstSealed: (_: string, within: number) =>
      new Promise<void>((resolve, reject) =>
        setTimeout(() => (is.sealed > 0 ? resolve() : reject()), within),
      ),
  } as unknown as SealingWorker;
  const onMiss = vi.fn();
  const own = track as unknown as LocalTrack;
  const stop = watchSealing(worker, () => [own], onMiss);
  return { is, onMiss, stop, worker, track: own };
};

describe('what watches the sealing', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[EE12] is content while all that goes out was sealed, be it long before', async () => {
    const { is, onMiss, stop } = voice();
    is.sealed = 1_000;
    for (let round = 0; round < 20; round += 1) {
      await vi.advanceTimersByTimeAsync(2_000);
      // What waited goes out, and more is sealed meanwhile.
      is.sent += 150;
      is.sealed += 100;
    }
    expect(onMiss).not.toHaveBeenCalled();
    stop();
  });

  it('[EE12] counts on where a track has another sender, and misses what that one sends unsealed', async () => {
    const { is, track, onMiss } = voice();
    [is.sent, is.sealed] = [500, 500];
    await vi.advanceTimersByTimeAsync(2_000);
    is.sent = 0;
    Object.assign(track, { sender: { ...track.sender } });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(onMiss).not.toHaveBeenCalled();
    is.sent = 101;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(onMiss).toHaveBeenCalledOnce();
  });

  it('[EE12] misses what went out unsealed, once', async () => {
    const { is, onMiss } = voice();
    await vi.advanceTimersByTimeAsync(2_000);
    is.sent = 101;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(onMiss).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(onMiss).toHaveBeenCalledTimes(1);
  });

  it('[EE12] takes one late answer for a slow device', async () => {
    const { is, onMiss, stop } = voice();
    is.late = 1;
    await vi.advanceTimersByTimeAsync(10_000);
    expect([is.late, onMiss.mock.calls.length]).toEqual([0, 0]);
    stop();
  });

  it('[EE12] waits for a track of which nothing is sent, and misses one of which something is, unsealed', async () => {
    const [silent, leaks] = [voice(), voice()];
    silent.stop();
    leaks.stop();
    const ends = vi.fn();
    const wait = ({ worker, track }: typeof silent) => {
      void firstSealed(worker, track, () => false).then(
        () => ends('sealed'),
        () => ends('missed'),
      );
    };
    wait(silent);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ends.mock.calls).toEqual([]);
    silent.is.sealed = 1;
    silent.is.sent = 1;
    await vi.advanceTimersByTimeAsync(5_000);
    leaks.is.sent = 1;
    wait(leaks);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ends.mock.calls).toEqual([['sealed'], ['missed']]);
  });

  it('[EE12] misses a worker that does not answer, also while nothing is sent; not after its end', async () => {
    const [gone, ended] = [voice(), voice()];
    gone.is.alive = false;
    ended.is.alive = false;
    ended.stop();
    await vi.advanceTimersByTimeAsync(2_100);
    expect([gone.onMiss.mock.calls.length, ended.onMiss.mock.calls.length]).toEqual([1, 0]);
  });

  it('[EE12] counts packets of sound without those sent again, and frames of all sizes of a picture', () => {
    const audio = [
      { type: 'outbound-rtp', packetsSent: 70, retransmittedPacketsSent: 20 },
      { type: 'remote-inbound-rtp', packetsSent: 9 },
    ];
    const video = [
      { type: 'outbound-rtp', framesSent: 30, packetsSent: 500 },
      { type: 'outbound-rtp', framesSent: 12 },
    ];
    expect([sentOf('audio', audio), sentOf('video', video)]).toEqual([50, 42]);
  });
});

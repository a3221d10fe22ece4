import { expect, it, vi } from 'vitest';
import { type Frame, once, sealedOnly } from './frames.ts';
import { ReplayWindow } from './replay-window.ts';

/** A sealed frame as LiveKit's cryptor leaves it: bytes, IV, length of the IV, slot of the key. */
const sealed = (count: number, stream = 7): Frame => {
  const bytes = new Uint8Array(20 + 14);
  const view = new DataView(bytes.buffer);
  view.setUint32(20, stream);
  view.setUint32(24, 960 * count);
  view.setUint32(28, 960 * count - count);
  bytes[32] = 12;
  return { data: bytes.buffer };
};
const empty = (): Frame => ({ data: new ArrayBuffer(0) });

/** Everything that is written to a stream. */
const sink = () => {
  const got: Frame[] = [];
  return { got, writable: new WritableStream<Frame>({ write: (frame) => void got.push(frame) }) };
};
const written = async (to: WritableStream<Frame>, frames: readonly Frame[]): Promise<void> => {
  const writer = to.getWriter();
  for (const frame of frames) await writer.write(frame);
  await writer.close();
};

/** A sender whose cryptor does with each frame what a test says. */
const sender = (cryptor: (frame: Frame) => void) => {
  const [encoder, network] = [new TransformStream<Frame, Frame>(), sink()];
  const onSealed = vi.fn();
  const given = { readable: encoder.readable, writable: network.writable };
  const { readable, writable } = sealedOnly(given, onSealed);
  const between = new TransformStream<Frame, Frame>({
    transform: (frame, next) => {
      cryptor(frame);
      next.enqueue(frame);
    },
  });
  void readable.pipeThrough(between).pipeTo(writable);
  return { encoder: encoder.writable, got: network.got, onSealed };
};
const voice = (): Frame => ({ data: new ArrayBuffer(4) });
const seal = (frame: Frame): void => {
  if (frame.data.byteLength > 0) frame.data = sealed(1).data;
};

it('[EE12] counts each sealed frame, and hands all on', async () => {
  const { encoder, got, onSealed } = sender(seal);
  const frames = [empty(), ...Array.from({ length: 5 }, voice)];
  await written(encoder, frames);
  await expect.poll(() => got).toEqual(frames);
  expect(onSealed).toHaveBeenCalledTimes(5);
});

it.each([
  ['as it came', () => undefined],
  ['longer, and without an IV', (frame: Frame) => void (frame.data = new ArrayBuffer(34))],
  ['with an IV, and too short for a seal', (frame: Frame) => void (frame.data = sealed(1).data.slice(1))],
])('[EE12] lets nothing go that leaves the cryptor %s, and counts none of it', async (_, cryptor) => {
  const { encoder, got, onSealed } = sender((frame) =>
    frame.data.byteLength === 0 ? undefined : cryptor(frame),
  );
  const last = empty();
  await written(encoder, [voice(), voice(), last]);
  await expect.poll(() => got).toEqual([last]);
  expect(onSealed).not.toHaveBeenCalled();
});

/** A receiver whose cryptor opens what it can: it cuts the trailer off, and drops what `opens` refuses. */
const receiver = (window: ReplayWindow, opens: (frame: Frame) => boolean = () => true) => {
  const [network, player] = [new TransformStream<Frame, Frame>(), sink()];
  const { readable, writable } = once(
    { readable: network.readable, writable: player.writable },
    () => window,
  );
  const cryptor = new TransformStream<Frame, Frame>({
    transform: (frame, next) => {
      if (!opens(frame)) return;
      frame.data = frame.data.slice(0, Math.max(0, frame.data.byteLength - 14));
      next.enqueue(frame);
    },
  });
  void readable.pipeThrough(cryptor).pipeTo(writable);
  return { network: network.writable, got: player.got };
};

it('plays each frame once, in whichever track of its sender it comes', async () => {
  const window = new ReplayWindow();
  const [one, other] = [receiver(window), receiver(window)];
  await written(
    one.network,
    [1, 2, 2, 3, 1].map((count) => sealed(count)),
  );
  await expect.poll(() => one.got).toHaveLength(3);
  await written(other.network, [sealed(2), sealed(3, 8), sealed(4), empty()]);
  await expect.poll(() => other.got).toHaveLength(3);
});

it('believes nothing of a frame that does not open', async () => {
  const { network, got } = receiver(new ReplayWindow(), (frame) => frame !== forged);
  const forged = sealed(2);
  await written(network, [sealed(1), forged, sealed(2)]);
  await expect.poll(() => got).toHaveLength(2);
});

it('[EE12] plays no silence that a media server put in, and goes on playing its sender', async () => {
  const { network, got } = receiver(new ReplayWindow());
  // Its trailer would be a place far ahead in the sender's own stream, if it were believed.
  const silence = sealed(20_000);
  new Uint8Array(silence.data)[32] = 'K'.charCodeAt(0);
  const [before, after] = [sealed(1), sealed(2)];
  await written(network, [before, silence, after, empty()]);
  await expect.poll(() => got.at(-1)?.data.byteLength).toBe(0);
  expect([got[0] === before, got[1] === after, got.length]).toEqual([true, true, 3]);
});

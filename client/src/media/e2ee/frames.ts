// The ends of the cryptor's pipes: what goes out is counted, what comes in is played once.

import type { ReplayWindow } from './replay-window.ts';

/** A frame as it goes through a worker; the cryptor changes its bytes and hands on the same object. */
export type Frame = { data: ArrayBuffer };

/** After how many frames more the page is told how many were sealed: a second of a voice. */
const TOLD_EACH = 50;
/** Bytes at the end of a sealed frame: IV, its length, the key's slot. */
const IV = 12;
const TRAILER = IV + 2;

/** Where sealed frames go out; `tell` hears how many there were. */
export const counted = (
  out: WritableStream<Frame>,
  tell: (frames: number) => void,
): WritableStream<Frame> => {
  let frames = 0;
  const count = new TransformStream<Frame, Frame>({
    transform: (frame, next) => {
      next.enqueue(frame);
      // What was never sound has nothing to seal.
      if (frame.data.byteLength === 0) return;
      if (frames % TOLD_EACH === 0) tell(frames + 1);
      frames += 1;
    },
  });
  // A pipe that ends is a track that ends: who sent it sees that elsewhere.
  count.readable.pipeTo(out).catch(() => undefined);
  return count.writable;
};

export type Pipe = { readonly readable: ReadableStream<Frame>; readonly writable: WritableStream<Frame> };

/**
 * A receiver's pipe in which each frame that the cryptor opens is played once. What a frame says of itself is read before it
 * is opened, and believed after: only who has the key can have said it.
 * @param windowOf asked at each frame: a receiver may be given to another sender
 */
export const once = ({ readable, writable }: Pipe, windowOf: () => ReplayWindow): Pipe => {
  const said = new WeakMap<Frame, Uint8Array>();
  const read = new TransformStream<Frame, Frame>({
    transform: (frame, next) => {
      const bytes = new Uint8Array(frame.data);
      if (bytes.byteLength > TRAILER) said.set(frame, bytes.slice(-TRAILER, -TRAILER + IV));
      next.enqueue(frame);
    },
  });
  const check = new TransformStream<Frame, Frame>({
    transform: (frame, next) => {
      const iv = said.get(frame);
      // A frame without sound has no trailer, and nothing in it that could be played again.
      if (iv === undefined || windowOf().isFirst(iv)) next.enqueue(frame);
    },
  });
  readable.pipeTo(read.writable).catch(() => undefined);
  check.readable.pipeTo(writable).catch(() => undefined);
  return { readable: read.readable, writable: check.writable };
};

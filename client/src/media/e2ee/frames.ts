// The ends of the cryptor's pipes: only what is sealed goes out, what comes in is played once.

import type { ReplayWindow } from './replay-window.ts';

/** A frame as it goes through a worker; the cryptor changes its bytes and hands on the same object. */
export type Frame = { data: ArrayBuffer };

/** Bytes at the end of a sealed frame: IV, its length, the key's slot. */
const IV = 12;
const TRAILER = IV + 2;
/** What AES-GCM adds. */
const TAG = 16;

export type Pipe = { readonly readable: ReadableStream<Frame>; readonly writable: WritableStream<Frame> };

/** Whether the cryptor has sealed what had so many bytes: it is longer by tag and trailer, and says how long its IV is. */
const isSealed = (frame: Frame, before: number): boolean =>
  frame.data.byteLength >= before + TAG + TRAILER && new Uint8Array(frame.data).at(-2) === IV;

/**
 * A sender's pipe that lets go on only what the cryptor has sealed, and what was never sound; `onSealed` is called for each sealed one.
 * LiveKit's cryptor hands on as it is whatever belongs to nobody or to whom nothing is turned on for.
 */
export const sealedOnly = ({ readable, writable }: Pipe, onSealed: () => void): Pipe => {
  const lengths = new WeakMap<Frame, number>();
  const measure = new TransformStream<Frame, Frame>({
    transform: (frame, next) => {
      lengths.set(frame, frame.data.byteLength);
      next.enqueue(frame);
    },
  });
  const check = new TransformStream<Frame, Frame>({
    transform: (frame, next) => {
      const before = lengths.get(frame);
      // What was never sound has nothing to seal.
      if (before === 0 && frame.data.byteLength === 0) return next.enqueue(frame);
      if (before === undefined || !isSealed(frame, before)) return;
      next.enqueue(frame);
      onSealed();
    },
  });
  // A pipe that ends is a track that ends: who sent it sees that elsewhere.
  readable.pipeTo(measure.writable).catch(() => undefined);
  check.readable.pipeTo(writable).catch(() => undefined);
  return { readable: measure.readable, writable: check.writable };
};

/**
 * What a sealed frame says is its IV; nothing where it says none, as the silence that an honest media server puts in. One that lies can make
 * that look like a frame far ahead, and so have the next ones of its sender refused: it could drop them as well.
 */
const ivIn = (bytes: Uint8Array): Uint8Array =>
  bytes.slice(-TRAILER, bytes.at(-2) === IV ? -TRAILER + IV : -TRAILER);

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
      if (bytes.byteLength > TRAILER) said.set(frame, ivIn(bytes));
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

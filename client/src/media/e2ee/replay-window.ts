// No frame is played twice. A frame's IV carries its stream and, hidden in two time stamps, how many its sender had sealed before:
// LiveKit's cryptor counts on when the key changes, so one window holds for all keys of a stream.

/** Frames behind the newest one that may still come out of order; older ones are refused. */
const WIDTH = 1_024;
/** The cryptor counts to here and begins anew: eleven minutes of a voice, while a key lives five. */
const TURN = 0xffff;
const HALF = (TURN - 1) / 2;
/** Streams of one sender that are remembered: each new right to speak is a new one, each size of a picture too. */
const MOST_STREAMS = 48;

type Stream = { newest: number; readonly seen: Float64Array };

/** What was played of one sender, in whichever track. */
export class ReplayWindow {
  private readonly streams = new Map<number, Stream>();

  /**
   * Whether a frame that was opened is played for the first time; from then on it is known.
   * @param iv 12 bytes: stream, time stamp, time stamp less the count, each as a big-endian number of 32 bits
   */
  isFirst(iv: Uint8Array): boolean {
    if (iv.byteLength !== 12) return false;
    const view = new DataView(iv.buffer, iv.byteOffset, 12);
    const count = (view.getUint32(4) - view.getUint32(8)) >>> 0;
    if (count >= TURN) return false;
    const stream = this.streamOf(view.getUint32(0), count);
    const apart = ((count - (stream.newest % TURN) + TURN + HALF) % TURN) - HALF;
    const own = stream.newest + apart;
    const place = own % WIDTH;
    if (apart <= -WIDTH || stream.seen[place] === own) return false;
    stream.seen[place] = own;
    stream.newest = Math.max(stream.newest, own);
    return true;
  }

  private streamOf(name: number, count: number): Stream {
    const known = this.streams.get(name);
    if (known) return known;
    const [oldest] = this.streams.keys();
    if (oldest !== undefined && this.streams.size >= MOST_STREAMS) this.streams.delete(oldest);
    // Room below: what was sent before the first frame that arrived may come after it.
    const made = { newest: TURN + count, seen: new Float64Array(WIDTH) };
    this.streams.set(name, made);
    return made;
  }
}

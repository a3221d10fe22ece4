import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Frame } from './frames.ts';

type Said = {
  readonly kind: string;
  readonly data: {
    readonly trackId?: string;
    readonly participantIdentity?: string;
    readonly frames?: number;
  };
};
const GLOBALS = ['self', 'onmessage', 'postMessage'] as const;

/** What a sender says. */
const VOICE: Uint8Array = Uint8Array.from({ length: 20 }, (_, at) => at);
/** A frame of sound, as far as LiveKit's cryptor looks at it. */
const frameOf = (timestamp: number, bytes = VOICE) => ({
  data: new Uint8Array(bytes).buffer,
  timestamp,
  getMetadata: () => ({ synchronizationSource: 7 }),
});

/** LiveKit's own worker under ours, in this very thread. */
describe('the worker, told by a media server that lies', () => {
  const before = GLOBALS.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  const said: Said[] = [];
  let asked = 0;
  const counted = (trackId: string) =>
    said.flatMap(({ kind, data }) => (kind === 'tb-sealed' && data.trackId === trackId ? data.frames : []));
  const tell = (kind: string, data: object): void =>
    (globalThis as unknown as { onmessage: (event: object) => void }).onmessage({ data: { kind, data } });
  const give = async (participantIdentity: string, key: number): Promise<void> => {
    const raw = new Uint8Array(32).fill(key);
    const material = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits', 'deriveKey']);
    tell('setKey', { participantIdentity, key: material, keyIndex: 0, updateCurrentKeyIndex: true });
    tell('enable', { participantIdentity, enabled: false });
  };
  /** Until it has done all that it was told: it does one thing after the other, and answers this. */
  const done = async (): Promise<void> => {
    const participantIdentity = `asked-${(asked += 1)}`;
    tell('enable', { participantIdentity, enabled: true });
    const answered = () => said.some(({ data }) => data.participantIdentity === participantIdentity);
    await vi.waitFor(() => expect(answered()).toBe(true));
  };
  /** A track's two ends: what is written goes through the worker, what comes of it is in `got`. */
  const track = (kind: 'encode' | 'decode', participantIdentity: string, trackId: string) => {
    const source = new TransformStream<object, object>();
    const got: Uint8Array[] = [];
    const writableStream = new WritableStream<Frame>({
      write: ({ data }) => void got.push(new Uint8Array(data)),
    });
    tell(kind, { participantIdentity, trackId, readableStream: source.readable, writableStream });
    const writer = source.writable.getWriter();
    return { got, write: (timestamp: number, bytes = VOICE) => writer.write(frameOf(timestamp, bytes)) };
  };

  beforeAll(async () => {
    const posts = (message: Said): void => void said.push(message);
    Object.assign(globalThis, { self: globalThis, onmessage: null, postMessage: posts });
    await import('./strict.worker.ts');
    const keyProviderOptions = { sharedKey: false, ratchetSalt: 's', ratchetWindowSize: 0, keyringSize: 16 };
    tell('init', {
      loglevel: 5,
      keyProviderOptions: { ...keyProviderOptions, failureTolerance: -1, keySize: 128 },
    });
    await give('me', 1);
    await give('ben', 2);
    await done();
  });
  afterAll(() => {
    for (const [name, is] of before)
      if (is === undefined) Reflect.deleteProperty(globalThis, name);
      else Object.defineProperty(globalThis, name, is);
  });

  it('[EE12] seals with the own key though another track is given the own one’s id and taken away', async () => {
    const mine = track('encode', 'me', 'mine');
    await mine.write(960);
    await expect.poll(() => mine.got).toHaveLength(1);
    expect([mine.got[0]?.length, counted('mine')]).toEqual([50, [1]]);
    track('decode', 'ben', 'mine');
    tell('updateCodec', { participantIdentity: 'ben', trackId: 'mine', previousTrackId: 'mine' });
    tell('removeTransform', { participantIdentity: 'ben', trackId: 'mine' });
    await done();
    await mine.write(1_920);
    await expect.poll(() => mine.got).toHaveLength(2);
    expect([mine.got[1]?.length, mine.got[1]?.at(-2)]).toEqual([50, 12]);
  });

  it('[EE13] plays what is sealed, once, and nothing else, though it is told that nothing is sealed', async () => {
    const [sends, hears] = [track('encode', 'ben', 'sent'), track('decode', 'ben', 'heard')];
    const other = VOICE.toReversed();
    await sends.write(960);
    await sends.write(1_920, other);
    await expect.poll(() => sends.got).toHaveLength(2);
    const [first = VOICE, second = VOICE] = sends.got;
    const forged = Uint8Array.from([...VOICE, ...VOICE, ...first.slice(-14)]);
    for (const bytes of [VOICE, first, forged, first, second]) await hears.write(960, bytes);
    await expect.poll(() => hears.got).toEqual([VOICE, other]);
  });

  it('[EE12] tells of the first sealed frame of a sender, and of each fiftieth of its track, whichever sender it has', async () => {
    for (const [round, frames] of [99, 3].entries()) {
      const sends = track('encode', 'me', 'again');
      for (let frame = 1; frame <= frames; frame += 1) await sends.write(960 * (100 * round + frame));
      await expect.poll(() => sends.got).toHaveLength(frames);
    }
    expect(counted('again')).toEqual([1, 50, 100]);
  });

  it('[EE12] lets nothing go for whom nothing was turned on', async () => {
    const other = track('encode', 'nobody-turned-this-on', 'other');
    const mine = track('encode', 'me', 'second');
    await other.write(960);
    await mine.write(960);
    await expect.poll(() => mine.got).toHaveLength(1);
    expect([other.got, counted('other')]).toEqual([[], []]);
  });
});

// LiveKit's worker, made strict: nothing, for no reason, leaves it unsealed, and no frame is played twice. The check must sit here:
// a page that only looked at what a track is announced as would be told something else the moment after (docs/e2ee.md §5).

import 'livekit-client/e2ee-worker';
import { type Frame, once, type Pipe, sealedOnly } from './frames.ts';
import { ReplayWindow } from './replay-window.ts';
import type { FromWorker, Ping } from './worker-words.ts';

type Streams = { readableStream: ReadableStream<Frame>; writableStream: WritableStream<Frame> };
type Owned = { trackId: string; readonly participantIdentity: string };
/** LiveKit's messages that matter here. */
type Theirs =
  | { readonly kind: 'enable'; readonly data: { enabled: boolean } }
  | { readonly kind: 'encode' | 'decode'; readonly data: Streams & Owned }
  | { readonly kind: 'removeTransform'; readonly data: Owned }
  | { readonly kind: 'updateCodec'; readonly data: Owned & { previousTrackId?: string } };
type Options = Owned & { readonly kind: 'encode' | 'decode' };
type Transformed = { readonly transformer: Pipe & { readonly options: Options } };
type Worker = {
  onmessage: (event: MessageEvent<unknown>) => void;
  onrtctransform?: (event: Transformed) => void;
  postMessage(message: FromWorker): void;
};

const own = self as unknown as Worker;
const theirs = { message: own.onmessage.bind(self), transform: own.onrtctransform?.bind(self) };

/** One a sender, in whichever track: a frame of one is not played in another either. */
const windows = new Map<string, ReplayWindow>();
/** Whose a receiver's track is now: LiveKit's client gives one receiver to another sender, with a new track. */
const receivers = new Map<string, { identity: string }>();

const windowOf = (identity: string): ReplayWindow => {
  const window = windows.get(identity) ?? new ReplayWindow();
  windows.set(identity, window);
  return window;
};

/** After how many frames more the page is told how many were sealed: a second of a voice. */
const TOLD_EACH = 50;
/** How many frames were sealed of each own track, by its id as the page knows it, by whichever sender. */
const sealed = new Map<string, number>();

/**
 * LiveKit's worker keeps senders and receivers in one list, by the track's id alone, and a receiver's id is what the media server
 * says. One that took an own track's id would take the own cryptor with it: each direction has ids that the other cannot say.
 */
const inward = (id: string): string => `in ${id}`;
const outward = (id: string): string => `out ${id}`;

const outgoing = (pipe: Pipe, trackId: string): Pipe => {
  let first = true;
  sealed.set(trackId, sealed.get(trackId) ?? 0);
  return sealedOnly(pipe, () => {
    const frames = (sealed.get(trackId) ?? 0) + 1;
    sealed.set(trackId, frames);
    if (first || frames % TOLD_EACH === 0) own.postMessage({ kind: 'tb-sealed', data: { trackId, frames } });
    first = false;
  });
};

const incoming = (pipe: Pipe, { trackId, participantIdentity }: Owned): Pipe => {
  const receiver = { identity: participantIdentity };
  receivers.set(trackId, receiver);
  return once(pipe, () => windowOf(receiver.identity));
};

const givenOn = ({
  trackId,
  previousTrackId,
  participantIdentity,
}: Owned & { previousTrackId?: string }): void => {
  const receiver = receivers.get(previousTrackId ?? trackId);
  if (receiver === undefined) return;
  receiver.identity = participantIdentity;
  receivers.set(trackId, receiver);
};

/** Without a track before it this is said of an own one, by Safari, where the page has it. */
const renamed = (data: Owned & { previousTrackId?: string }): void => {
  const { trackId, previousTrackId } = data;
  if (previousTrackId !== undefined) data.previousTrackId = inward(previousTrackId);
  data.trackId = previousTrackId === undefined && sealed.has(trackId) ? outward(trackId) : inward(trackId);
};

const strict = ({ kind, data }: Theirs): void => {
  if (kind === 'enable') data.enabled = true;
  if (kind === 'removeTransform') data.trackId = inward(data.trackId);
  if (kind === 'updateCodec') {
    givenOn(data);
    renamed(data);
  }
  if (kind !== 'encode' && kind !== 'decode') return;
  const given = { readable: data.readableStream, writable: data.writableStream };
  const pipe = kind === 'encode' ? outgoing(given, data.trackId) : incoming(given, data);
  [data.readableStream, data.writableStream] = [pipe.readable, pipe.writable];
  data.trackId = (kind === 'encode' ? outward : inward)(data.trackId);
};

own.onmessage = (event) => {
  const message = event.data as Theirs | Ping;
  if (message.kind === 'tb-ping') return own.postMessage({ kind: 'tb-pong', data: message.data });
  strict(message);
  return theirs.message(event);
};

const { transform } = theirs;
if (transform)
  own.onrtctransform = ({ transformer: { readable, writable, options } }) => {
    const { kind, trackId } = options;
    const given = { readable, writable };
    const pipe = kind === 'encode' ? outgoing(given, trackId) : incoming(given, options);
    const named = (kind === 'encode' ? outward : inward)(trackId);
    transform({ transformer: { options: { ...options, trackId: named }, ...pipe } });
  };

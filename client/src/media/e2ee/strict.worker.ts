// LiveKit's worker, made strict: nobody, for no reason, passes it unsealed, and no frame is played twice. The check must sit here:
// a page that only looked at what a track is announced as would be told something else the moment after (docs/e2ee.md §5).

import 'livekit-client/e2ee-worker';
import { counted, type Frame, once, type Pipe } from './frames.ts';
import { ReplayWindow } from './replay-window.ts';
import type { FromWorker, Ping } from './worker-words.ts';

type Streams = { readableStream: ReadableStream<Frame>; writableStream: WritableStream<Frame> };
type Owned = { readonly trackId: string; readonly participantIdentity: string };
/** LiveKit's messages that matter here. */
type Theirs =
  | { readonly kind: 'enable'; readonly data: { enabled: boolean } }
  | { readonly kind: 'encode' | 'decode'; readonly data: Streams & Owned }
  | { readonly kind: 'updateCodec'; readonly data: Owned & { readonly previousTrackId?: string } };
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

const outgoing = (out: WritableStream<Frame>, trackId: string): WritableStream<Frame> =>
  counted(out, (frames) => own.postMessage({ kind: 'tb-sealed', data: { trackId, frames } }));

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

const strict = ({ kind, data }: Theirs): void => {
  if (kind === 'enable') data.enabled = true;
  if (kind === 'updateCodec') givenOn(data);
  if (kind === 'encode') data.writableStream = outgoing(data.writableStream, data.trackId);
  if (kind !== 'decode') return;
  const pipe = incoming({ readable: data.readableStream, writable: data.writableStream }, data);
  [data.readableStream, data.writableStream] = [pipe.readable, pipe.writable];
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
    const pipe =
      options.kind === 'encode'
        ? { readable, writable: outgoing(writable, options.trackId) }
        : incoming({ readable, writable }, options);
    transform({ transformer: { options, ...pipe } });
  };

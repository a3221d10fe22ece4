import { type Kind, listOf, mediaDevices } from './device-list.ts';
import { faultOf } from './fault.ts';

// One question of the browser for both devices, where both are wanted at once.

type Wish = { readonly kind: Kind; readonly id: string | null };
type Waiting = Wish & {
  readonly resolve: (stream: MediaStream) => void;
  readonly reject: (fault: Error) => void;
};

const CAMERA = { width: { ideal: 640 }, height: { ideal: 360 } } as const;
const TRACKS = { camera: 'video', microphone: 'audio' } as const;

const wanted = ({ kind, id }: Wish, how: 'exact' | 'ideal'): MediaStreamConstraints => {
  const device = id === null ? {} : { deviceId: { [how]: id } };
  return kind === 'camera' ? { video: { ...CAMERA, ...device } } : { audio: device };
};

const open = async (what: MediaStreamConstraints): Promise<MediaStream> => {
  if (mediaDevices === undefined) throw new DOMException('no devices here', 'SecurityError');
  return mediaDevices.getUserMedia(what);
};

/** Whether the browser would ask; `unknown` where it does not tell. */
const rightTo = async (kind: Kind): Promise<PermissionState | 'unknown'> => {
  try {
    return (await navigator.permissions.query({ name: kind })).state;
  } catch {
    return 'unknown';
  }
};

const alone = (wish: Waiting): Promise<void> => open(wanted(wish, 'exact')).then(wish.resolve, wish.reject);

/** One device that is missing, taken or refused does not keep the other one closed. */
const oneByOne = async (wishes: readonly Waiting[], fault: Error): Promise<void> => {
  const blocked = faultOf(fault) === 'blocked';
  const rights = await Promise.all(wishes.map(({ kind }) => rightTo(kind)));
  // Asked for both and not allowed: nobody is asked twice.
  const refused = blocked && rights.every((right) => right === 'prompt');
  for (const [index, wish] of wishes.entries()) {
    if (refused || (blocked && rights[index] === 'denied')) wish.reject(fault);
    else await alone(wish);
  }
};

/** @param here which of them are surely there: those are asked for and no others */
const inOne = (wishes: readonly Wish[], here: readonly Wish[]): Promise<MediaStream | Error> =>
  open(
    Object.assign({}, ...wishes.map((wish) => wanted(wish, here.includes(wish) ? 'exact' : 'ideal'))),
  ).catch((fault: unknown) => fault as Error);

/** Whether the browser names this very device; before anybody has allowed one it names none. */
const isListed = async ({ kind, id }: Wish): Promise<boolean> =>
  (await listOf(kind).catch(() => [])).some(({ deviceId }) => deviceId === id);

const together = async (wishes: readonly Waiting[]): Promise<void> => {
  let stream = await inOne(wishes, wishes);
  // A device of last time that is not here any more gives way without a question of its own. Chrome takes its default
  // microphone for an ideal one, so this is the second best, and not for a device that is here.
  if (faultOf(stream) === 'missing' && wishes.some(({ id }) => id !== null)) {
    const listed = await Promise.all(wishes.map(isListed));
    stream = await inOne(
      wishes,
      wishes.filter((_, index) => listed[index]),
    );
  }
  if (stream instanceof Error) return oneByOne(wishes, stream);
  const tracks = stream.getTracks();
  for (const { kind, resolve } of wishes)
    resolve(new MediaStream(tracks.filter((track) => track.kind === TRACKS[kind])));
};

let waiting: Waiting[] = [];

/**
 * Opens a device of this kind. What is asked in the same moment is one question.
 * @param id the device of choice; another may come where it is missing and both kinds are asked for
 */
export const ask = (kind: Kind, id: string | null): Promise<MediaStream> =>
  new Promise((resolve, reject) => {
    waiting.push({ kind, id, resolve, reject });
    if (waiting.length > 1) return;
    queueMicrotask(() => {
      const wishes = waiting;
      waiting = [];
      const [first] = wishes;
      void (wishes.length === 1 && first !== undefined ? alone(first) : together(wishes));
    });
  });

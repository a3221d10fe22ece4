import { LONGEST_NAME } from '../longest.ts';
import type { Bytes, Mid } from './bytes.ts';
import {
  LETTER,
  LONGEST_ID,
  LONGEST_MESSAGE,
  MOST_NAMES,
  MOST_PEERS,
  SIGNATURE,
  TYPES,
  VERSION,
  type Message,
} from './messages.ts';
import { text } from './bytes.ts';
import { Reader } from './reader.ts';

const MOST = 0xffff_ffff;
/** Bytes that AES-GCM adds. */
const SEAL = 16;

const isId = (value: string): boolean => {
  const { length } = text(value);
  return length > 0 && length <= LONGEST_ID && value === value.normalize('NFC');
};

const isName = (value: string): boolean => {
  const { length } = [...value];
  return length > 0 && length <= LONGEST_NAME && value === value.normalize('NFC');
};

const ascends = (mids: readonly Mid[]): boolean =>
  mids.every((mid, at) => at === 0 || (mids[at - 1] ?? '') < mid);

const read = (reader: Reader, type: number, mid: Mid): Message | null => {
  switch (type) {
    case TYPES.hello:
      return {
        type: 'hello',
        mid,
        identity: reader.hex(32),
        receiving: reader.hex(32),
        epoch: reader.number(4, 1, MOST),
        line: reader.text(isId),
        media: reader.text(isId),
        names: reader.list(1, MOST_NAMES, () => reader.text(isName)),
        mac: reader.take(32),
      };
    case TYPES.keys:
      return {
        type: 'keys',
        mid,
        epoch: reader.number(4, 1, MOST),
        receiving: reader.hex(32),
        commitment: reader.hex(32),
        wraps: reader.list(1, MOST_PEERS, () => ({
          to: reader.hex(16),
          tag: reader.take(4),
          enc: reader.take(32),
          ct: reader.take(48),
        })),
      };
    case TYPES.ack:
      return { type: 'ack', mid, of: reader.hex(16), epoch: reader.number(4, 1, MOST) };
    case TYPES.beat:
      return {
        type: 'beat',
        mid,
        count: reader.number(4, 1, MOST),
        roster: reader.hex(32),
        opened: reader.list(0, MOST_PEERS, () => ({
          mid: reader.hex(16),
          epoch: reader.number(4, 1, MOST),
          commitment: reader.hex(16),
        })),
      };
    case TYPES.commit:
      return { type: 'commit', mid, roster: reader.hex(32), c: reader.hex(32) };
    case TYPES.reveal:
      return { type: 'reveal', mid, roster: reader.hex(32), r: reader.take(16) };
    case TYPES.letter:
      return {
        type: 'letter',
        mid,
        count: reader.number(4, 1, MOST),
        to: reader.hex(16),
        tag: reader.take(4),
        enc: reader.take(32),
        ct: reader.take(LETTER + SEAL),
      };
    default:
      return null;
  }
};

const inOrder = (message: Message): boolean =>
  (message.type !== 'keys' || ascends(message.wraps.map(({ to }) => to))) &&
  (message.type !== 'beat' || ascends(message.opened.map(({ mid }) => mid)));

/** Reads the body of a message, whose signature is not looked at. Null for whatever is not exactly one; it never throws. */
export const decode = (body: Uint8Array): Message | null => {
  const reader = new Reader(body);
  reader.number(1, VERSION, VERSION);
  const type = reader.number(1, 1, 0xff);
  const message = read(reader, type, reader.hex(16));
  return message !== null && reader.done && inOrder(message) ? message : null;
};

/** What came over the relay, parted into the body and the signature over it; null if it is too short or too long. */
export const part = (whole: Uint8Array): { readonly body: Bytes; readonly signature: Bytes } | null => {
  if (whole.length <= SIGNATURE || whole.length > LONGEST_MESSAGE) return null;
  const end = whole.length - SIGNATURE;
  return { body: Uint8Array.from(whole.subarray(0, end)), signature: Uint8Array.from(whole.subarray(end)) };
};

// What reaches the JSON parser. A frame that is too deep, too long or binary ends its connection before it is parsed.

import { Decoder } from 'socket.io-parser';
import { MAX_DEPTH, MAX_FRAME } from '@tele-balint/shared/wire';
import { ReadyEncoder } from './ready.ts';

/** Packet types of the protocol that carry binary parts; and answers, as we ask pages nothing. */
const NOT_OURS = ['5', '6', '3'];

/** Deepest nesting of brackets in a JSON text, those inside strings not counted. */
export const depthOf = (text: string): number => {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (quoted) {
      if (c === '\\') i += 1;
      else if (c === '"') quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === '[' || c === '{') deepest = Math.max(deepest, (depth += 1));
    else if (c === ']' || c === '}') depth -= 1;
  }
  return deepest;
};

/** An own key of this name would become a prototype wherever somebody copies the object. */
const noPrototype = (key: string, value: unknown): unknown => {
  if (key === '__proto__') throw new SyntaxError('not a key of ours');
  return value;
};

/** Throws on what may not be parsed; the framework then closes the connection. */
class BoundedDecoder extends Decoder {
  constructor() {
    super({ reviver: noPrototype, maxAttachments: 0 });
  }

  override add(frame: unknown): void {
    if (typeof frame !== 'string' || NOT_OURS.includes(frame[0] ?? ''))
      throw new Error('binary frame, or an answer');
    if (frame.length > MAX_FRAME || depthOf(frame) > MAX_DEPTH) throw new Error('frame out of bounds');
    super.add(frame);
  }
}

/** The parser for our socket server. */
export const boundedParser = { Encoder: ReadyEncoder, Decoder: BoundedDecoder };

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import { commandFrame, handshake, relayFrame } from './wire.ts';

/** Of the frames as they go over the wire, and of the types of the view. */
const hash = (): string => {
  const frames = [handshake, commandFrame, relayFrame].map((one) => z.toJSONSchema(one, { io: 'input' }));
  const view = readFileSync(new URL('./view.ts', import.meta.url), 'utf8').replaceAll(
    /\/\*\*[^]*?\*\/|\s+/g,
    '',
  );
  return createHash('sha256').update(JSON.stringify(frames)).update(view).digest('hex').slice(0, 16);
};

describe('the wire', () => {
  it('[CM5] a changed frame needs a new protocol version', () => {
    expect({ version: PROTOCOL_VERSION, hash: hash() }).toEqual({ version: 2, hash: '1b2f8b033b4e7021' });
  });

  it('[CM6] unknown fields, prototypes and numbers that are none are refused', () => {
    const frame = (command: unknown) => commandFrame.safeParse({ id: 'command-1', command }).success;
    expect(frame({ type: 'hold' })).toBe(true);
    expect(frame({ type: 'hold', by: 'me' })).toBe(false);
    expect(frame(JSON.parse('{"type":"hold","__proto__":{"admin":true}}'))).toBe(false);
    expect(frame({ type: 'next', turn: Number.NaN })).toBe(false);
    expect(frame({ type: 'next', turn: 1e309 })).toBe(false);
    expect(frame({ type: 'extend', minutes: -1, turn: 1 })).toBe(false);
    expect(frame({ type: 'connect', line: 'line-12345' })).toBe(false);
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { COMMANDS } from './decisions/commands.ts';
import { enterBody, forgottenBody, lookBody, mediaBody, openBody } from './http.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import { EVENT_VERSION, sessionEvent } from './session/events.ts';
import { commandFrame, handshake, relayFrame } from './wire.ts';

/** A source without its comments and spaces: types and values are left. */
const sourceOf = (path: string): string =>
  readFileSync(new URL(path, import.meta.url), 'utf8').replaceAll(/\/\*[^]*?\*\/|\/\/.*$|\s+/gm, '');

const hashOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);

/** Of all that a page and the server say to each other: frames, answers, views, routes and the words in them. */
const wireHash = (): string => {
  const shapes = [
    handshake,
    commandFrame,
    relayFrame,
    openBody,
    lookBody,
    enterBody,
    mediaBody,
    forgottenBody,
  ];
  const sources = [
    './view/view.ts',
    './view/course.ts',
    './view/leader.ts',
    './view/place.ts',
    './view/you.ts',
    './wire.ts',
    './addresses.ts',
    './http.ts',
    './vocabulary.ts',
    './session/presses.ts',
    './decisions/refusals.ts',
    './protocol/steps.ts',
    './protocol/phases.ts',
  ];
  return hashOf([
    ...shapes.map((one) => z.toJSONSchema(one, { io: 'input' })),
    ...sources.map(sourceOf),
    Object.keys(COMMANDS),
  ]);
};

/** Of the events as they are kept. */
const eventHash = (): string => hashOf([z.toJSONSchema(sessionEvent, { io: 'input' })]);

describe('the wire', () => {
  it('[CM5] a changed frame needs a new protocol version', () => {
    expect({ version: PROTOCOL_VERSION, hash: wireHash() }).toEqual({ version: 9, hash: 'cdc871e463d46bf8' });
  });

  it('[LG9] a changed event needs a new event version', () => {
    expect({ version: EVENT_VERSION, hash: eventHash() }).toEqual({ version: 3, hash: '506b77afac7893d5' });
  });

  it('[SK12] unknown fields, prototypes and numbers that are none are refused', () => {
    const frame = (command: unknown) => commandFrame.safeParse({ id: 'command-1', command }).success;
    expect(frame({ type: 'hold' })).toBe(true);
    expect(frame({ type: 'hold', by: 'me' })).toBe(false);
    expect(frame(JSON.parse('{"type":"hold","__proto__":{"admin":true}}'))).toBe(false);
    expect(frame({ type: 'next', turn: Number.NaN })).toBe(false);
    expect(frame({ type: 'next', turn: 1e309 })).toBe(false);
    expect(frame({ type: 'extend', minutes: -1, turn: 1 })).toBe(false);
    expect(frame({ type: 'moveEnd', minutes: -60 })).toBe(true);
    for (const minutes of [61, -61, 0.5, Number.NaN, '5'])
      expect(frame({ type: 'moveEnd', minutes })).toBe(false);
    expect(frame({ type: 'begin', turn: 0 })).toBe(false);
    expect(frame({ type: 'connect', line: 'line-12345' })).toBe(false);
  });
});

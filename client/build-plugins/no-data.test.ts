import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { NoData } from './no-data.ts';

const livekit = path.resolve(
  path.dirname(createRequire(import.meta.url).resolve('livekit-client')),
  '../src',
);

/** Called only by who sends a text or a file, or calls another program: methods of the room that no page of ours uses. */
const ASKED_FOR = [
  'performRpc',
  'registerByteStreamHandler',
  'registerRpcMethod',
  'sendBytes',
  'sendFile',
  'sendText',
  'streamBytes',
  'streamText',
  'unregisterByteStreamHandler',
  'unregisterRpcMethod',
  'unregisterTextStreamHandler',
];

describe('the managers of data that pages do without', () => {
  it('have every method that the room calls by itself, in the version of LiveKit that is installed', () => {
    const called = [
      'room/Room.ts',
      'room/participant/LocalParticipant.ts',
      'room/participant/RemoteParticipant.ts',
    ]
      .flatMap((file) => [
        ...readFileSync(path.join(livekit, file), 'utf8').matchAll(
          /(?:DataStreamManager|DataTrackManager|rpcClientManager|rpcServerManager)\s*\??\.(\w+)\(/gi,
        ),
      ])
      .map((call) => call[1] ?? '');
    const has = new NoData();
    expect(called.length).toBeGreaterThan(20);
    expect([...new Set(called)].filter((name) => !(name in has) && !ASKED_FOR.includes(name))).toEqual([]);
  });
});

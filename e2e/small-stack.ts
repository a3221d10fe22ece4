// LiveKit behind our gateway, and nothing else of ours: rights are given by hand.

import { signalPath } from '@tele-balint/shared/addresses';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBudgets } from '@tele-balint/server/budgets';
import { createClock } from '@tele-balint/server/clock';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import type { Grant, MediaIdentity, Participant, Rights } from '@tele-balint/server/media/port';
import { attachSignalGateway } from '@tele-balint/server/media/gateway/gateway';
import { type LiveKit, startLiveKit } from './livekit.ts';
import { until } from './until.ts';

const ROOM = 'small.circle';

export type SmallStack = {
  readonly livekit: LiveKit;
  /** Of the signal: `ws://…/sfu/session`. */
  readonly url: string;
  /** An origin of ours with an empty page. */
  readonly origin: string;
  token(identity: string): Promise<string>;
  /** Gives rights in the place of those that are there, once somebody is. */
  give(identity: string, rights: Rights): Promise<void>;
  find(identity: string): Promise<Participant | undefined>;
  /** What the gateway did not carry, and whom it cut off. */
  readonly complaints: readonly string[];
  /** Another gateway in the place of this one, which knows nothing of what went through it; every signal breaks. */
  renew(): void;
  stop(): Promise<void>;
};

/** Starts it on free ports of this machine. */
export async function startSmallStack(): Promise<SmallStack> {
  const livekit = await startLiveKit();
  const media = createLiveKit(livekit);
  const server = createServer((_, answer) =>
    answer.setHeader('content-type', 'text/html').end('<!doctype html>'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const complaints: string[] = [];
  const begin = () =>
    attachSignalGateway({
      server,
      livekitUrl: livekit.url,
      key: livekit.key,
      secret: livekit.secret,
      rightsOf: (identity) => Promise.resolve({ room: ROOM, identity } as Grant),
      publishedBy: (room, identity) => media.published(room, identity),
      listeners: {
        joined: () => undefined,
        stirred: () => undefined,
        violation: (identity) => void complaints.push(`violation of ${identity}`),
      },
      // As the program has them when nobody sets any: what is honest must fit in.
      budgets: createBudgets(createClock(), {
        allowance: 1,
        failuresPerMinute: 30,
        requestsPerMinute: 4_800,
      }),
      callerOf: () => '',
      allowedOrigin: () => true,
      log: {
        info: () => undefined,
        warn: (fields, text) => void complaints.push(`${text} ${JSON.stringify(fields)}`),
      },
    });
  let gateway = begin();
  const { port } = server.address() as AddressInfo;
  const find = async (identity: string): Promise<Participant | undefined> =>
    (await media.participants(ROOM)).find((one) => one.identity === identity);
  return {
    livekit,
    url: `ws://127.0.0.1:${port}${signalPath('session')}`,
    origin: `http://127.0.0.1:${port}`,
    token: (identity) => media.mintJoin(ROOM, identity as MediaIdentity),
    async give(identity, rights) {
      await until(`${identity} in the room`, () => find(identity));
      await media.apply(ROOM, identity, rights);
    },
    find,
    complaints,
    renew() {
      gateway.close();
      gateway = begin();
    },
    async stop() {
      gateway.close();
      server.closeAllConnections();
      server.close();
      await livekit.stop();
    },
  };
}

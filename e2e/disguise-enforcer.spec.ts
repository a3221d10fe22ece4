// Proof: with the gateway's door and the page's taken out, the enforcer alone ends sound under a camera's name. The ears are
// a browser's: LiveKit's Rust client aborts when a track is not of the kind that was announced.

import { createEnforcer } from '@tele-balint/server/media/enforcer/enforcer';
import { createLiveKit } from '@tele-balint/server/media/livekit/livekit';
import { mintJoin } from '@tele-balint/server/media/livekit/tokens';
import type { Enforcer, MediaIdentity, SessionId } from '@tele-balint/server/media/port';
import type { Instant, LineId } from '@tele-balint/shared/vocabulary';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareEars } from './bare-ears.ts';
import { launchBrowser } from './browser.ts';
import { type Disguise, disguiseIn } from './disguise.ts';
import { type LiveKit, startLiveKit } from './livekit.ts';
import { type OpenGateway, openGateway } from './open-gateway.ts';
import { soundsSince } from './page-ears.ts';
import { until } from './until.ts';

const SESSION = 'session' as SessionId;
const ROOM = 'm.circle';
const LISTENER = 'page';
/** Rounds in which three try at the same time. */
const ROUNDS = 12;
const AT_ONCE = 3;
/** Milliseconds over which their moments are spread: more than the enforcer's slowest look takes to come round. */
const RHYTHM = 1_100;
/** Milliseconds for which one try goes on. */
const HOLD = 600;
/** Milliseconds for which half of the tries may be heard at most, and any: a busy machine looks late once. */
const HEARD = { half: 100, longest: 300 };

let livekit: LiveKit;
let enforcer: Enforcer;
let gateway: OpenGateway;
let browser: Browser;
let bare: Page;
let disguises: readonly Disguise[];
/** Whether the enforcer hears of requests and offers. */
let told = true;
const names: string[] = [];

const url = (): string => gateway.url.replace('http', 'ws');
const tokenOf = (identity: string): Promise<string> => mintJoin(livekit, ROOM, identity);
/** Lets these be seen and nobody be heard. */
const admit = (identities: readonly string[]): Promise<void> =>
  enforcer.desire({
    session: SESSION,
    media: 'm',
    grants: [LISTENER, ...identities].map((identity) => ({
      line: identity as LineId,
      identity: identity as MediaIdentity,
      space: 'circle',
      room: ROOM,
      microphone: false,
      camera: true,
    })),
  });

/** All try once, each under a new name; gives the names. */
const tryAll = async (wait: number): Promise<readonly string[]> => {
  const now = disguises.map((_, nth) => `${names.length + nth}`);
  names.push(...now);
  await admit(now);
  await Promise.all(
    disguises.map(async (disguise, nth) => {
      const token = await tokenOf(now[nth] ?? '');
      const outcome = await disguise.attempt({ url: url(), token, wait, hold: HOLD, saysSealed: false });
      expect(outcome).toMatchObject({ announced: true, offered: true, taken: true });
    }),
  );
  return now;
};
/** Milliseconds for which each of these was heard. */
const heardOf = async (tries: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { heard } = await soundsSince(bare);
  return new Map(tries.map((name) => [name, heard[name] ?? 0]));
};

beforeAll(async () => {
  livekit = await startLiveKit();
  enforcer = createEnforcer({
    media: createLiveKit(livekit),
    clock: { now: () => Date.now() as Instant },
    log: { info: () => undefined, warn: () => undefined },
  });
  gateway = await openGateway(livekit.url, {
    joined: (identity) => enforcer.joined(identity as MediaIdentity),
    stirred: (identity) => {
      if (told) enforcer.stirred(identity as MediaIdentity);
    },
  });
  browser = await launchBrowser();
  await admit([]);
  bare = await bareEars(browser, gateway.url, { url: url(), token: await tokenOf(LISTENER) });
  disguises = await Promise.all(Array.from({ length: AT_ONCE }, () => disguiseIn(browser, gateway.url)));
});
afterAll(async () => {
  await browser.close();
  gateway.close();
  await enforcer.stop();
  await livekit.stop();
});

test('[ML11] an enforcer that is told of no offer looks too late: these ears hear it', async () => {
  told = false;
  await until(
    'a try to be heard',
    async () => Math.max(...(await heardOf(await tryAll(700))).values()) > HEARD.half,
    60_000,
  );
  told = true;
});

test('[ML11] at a page that plays everything it is heard for 300 ms at most, and for 100 ms at half of the tries', async () => {
  const tries: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) tries.push(...(await tryAll((round * RHYTHM) / ROUNDS)));
  const heard = await heardOf(tries);
  const all = [...heard.values()].sort((a, b) => b - a);
  console.info(`heard for ${all.join(', ')} ms`);
  expect(all[0], 'ms, the longest').toBeLessThanOrEqual(HEARD.longest);
  expect(all[Math.floor(all.length / 2)], 'ms, half of them').toBeLessThanOrEqual(HEARD.half);
  const toldOf = enforcer.report(SESSION).disguised;
  // Whose connection stood only after the try was over on a busy machine sent nothing that one could be told of.
  const untold = tries.filter((name) => (heard.get(name) ?? 0) > 0 && !toldOf.includes(name as LineId));
  expect(untold, 'heard and not told of').toEqual([]);
  expect(toldOf.length, 'tries that were told of').toBeGreaterThan(tries.length / 2);
});

// The real program, and whatever bytes a stranger or somebody within a session may send it.

import { openBody } from '@tele-balint/shared/http';
import { isLong, tally, triesOf } from '@tele-balint/shared/testing/fuzz-tally';
import { brokenText } from '@tele-balint/shared/testing/mutations';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startChild, type Child } from '../testing/child.ts';
import { freshId } from '../testing/raw-socket.ts';
import { temporary } from '../testing/temporary.ts';
import { bystander, type Measured } from './beside.ts';
import { openings, requests, type Tried } from './requests.ts';
import { frames, ORGANISER, signals } from './samples.ts';
import { fuzzSession } from './victims.ts';
import { answerTo } from './wire.ts';

const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_127);
const ORIGIN = 'http://localhost:1';
/** Tries that are under way at once. */
const AT_ONCE = 6;
/** Frames that one session is given: its five people come back as often. */
const OF_ONE = 200;
const LONG = 3_600_000;

const someOf = <T>(what: fc.Arbitrary<T>, numRuns: number): readonly T[] =>
  fc.sample(what, { numRuns, seed });

/** Does them all, so many at once. */
const inTurn = async <T>(all: readonly T[], one: (it: T) => Promise<void>): Promise<void> => {
  const left = [...all];
  const next = async (): Promise<void> => {
    for (let it = left.pop(); it !== undefined; it = left.pop()) await one(it);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
};

describe('whatever is sent to the program', () => {
  let child: Child;
  let measured: () => Promise<Measured>;
  let gone: string | number | null | undefined;

  beforeAll(async () => {
    child = await startChild(temporary(), {
      ...{ ORGANISER_KEY: ORGANISER, FAILURES_PER_MINUTE: '1000000', REQUESTS_PER_MINUTE: '1000000' },
      ...{ CLIENT_DIR: 'nowhere', ALLOWANCE: '100000' },
    });
    void child.gone.then((how) => (gone = how));
    measured = await bystander(child.url, ORIGIN, ORGANISER);
  }, 120_000);
  afterAll(() => void child.process.kill('SIGKILL'));

  /** Counts; nothing was taken, the program lives, and nothing of it stands in its own objects. */
  const done = async (what: string, tries: number, taken: readonly string[]): Promise<void> => {
    const status = await fetch(`${child.url}/healthz`).then(
      (answer) => answer.status,
      () => 0,
    );
    tally(what, tries, gone === undefined ? 0 : 1, taken.length);
    expect(taken).toEqual([]);
    expect([gone, status]).toEqual([undefined, 200]);
    expect(child.output()).not.toMatch(/uncaught|unhandled|"level":60/i);
  };
  const requestsTried = async (
    all: readonly Tried[],
    mayTake: (one: Tried) => boolean,
  ): Promise<readonly string[]> => {
    const taken: string[] = [];
    await inTurn(all, async (one) => {
      const status = await answerTo(child.url, one.bytes);
      const api = / \/api\/sessions/.test(one.what) || one.bytes.includes('/api/sessions');
      if (status === -1 || status === 500) taken.push(`${status}: ${one.what}`);
      if (((status >= 200 && status < 300 && api) || status === 101) && !mayTake(one))
        taken.push(`${status}: ${one.what}`);
    });
    return taken;
  };

  it(
    '[HT10] no request that is broken, or knows no secret, is taken, and none ends it',
    { timeout: LONG },
    async () => {
      const tries = triesOf(200, 8_000);
      const taken = await requestsTried(someOf(requests, tries), () => false);
      await done('requests', tries, taken);
    },
  );

  it(
    '[HT10] a session is opened only by what is whole, with the right key too',
    { timeout: LONG },
    async () => {
      const tries = triesOf(60, 1_000);
      const all = someOf(openings, tries).map((one) => one.to(freshId()));
      const whole = ({ body }: Tried): boolean => {
        try {
          return openBody.safeParse(JSON.parse(body)).success;
        } catch {
          return false;
        }
      };
      const taken = await requestsTried(all, whole);
      await done('openings', tries, taken);
    },
  );

  it(
    '[SK12, SK13] no frame that is broken is taken, and no whole one does what its sender may not',
    { timeout: LONG },
    async () => {
      const tries = triesOf(80, 8_000);
      const all = someOf(brokenText(frames()), tries);
      const taken: string[] = [];
      for (let from = 0; from < tries; from += OF_ONE)
        taken.push(...(await fuzzSession(child.url, ORIGIN, all.slice(from, from + OF_ONE))));
      await done('frames of sockets', tries, taken);
    },
  );

  it('[GW3, SK16] no upgrade is let through by what it says of itself', { timeout: LONG }, async () => {
    const tries = triesOf(100, 4_000);
    const all = someOf(brokenText(signals), tries).map((path) => {
      const head = `GET ${path.replaceAll(/[\r\n ]/g, '%20')} HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\norigin: ${ORIGIN}\r\nsec-websocket-version: 13\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`;
      return { bytes: Buffer.from(head, 'utf8'), body: '', what: path };
    });
    const taken = await requestsTried(all, () => false);
    await done('upgrades', tries, taken);
  });

  it('[SU21, DR24] somebody in another session is answered all the while', { timeout: 60_000 }, async () => {
    const { answers, closed, ...ms } = await measured();
    expect(closed).toBe(false);
    expect(answers).toBeGreaterThan(5);
    tally(`${answers} answers in another session, in ms: ${JSON.stringify(ms)}`, 0);
    // The short form shares its processors with all other tests.
    expect(ms.p99).toBeLessThan(isLong() ? 50 : 2_000);
  });
});

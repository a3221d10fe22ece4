// What every log does; run on each of them.

import type { SessionId } from '@tele-balint/shared/vocabulary';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogConflict, type Envelope, type EventLog } from './event-log.ts';

const one = 'the-session-number-one' as SessionId;
const two = 'the-session-number-two' as SessionId;

const envelope = (n: number, text = `data ${n}`): Envelope => ({
  v: 1,
  n,
  at: 1_800_000_000_000 + n,
  prevHash: n === 1 ? '' : `hash-${n - 1}`,
  data: new TextEncoder().encode(text),
});

type Made = { readonly log: EventLog };
/** `reopen` gives the log as a new start of the server finds it. */
type Lasting = Made & { readonly reopen: () => Promise<EventLog> };

/** What a log does, lasting or not. */
export const eventLogContract = (name: string, make: () => Made): void => {
  describe(`the ${name} log`, () => {
    let log: EventLog;
    beforeEach(() => {
      log = make().log;
    });
    afterEach(async () => {
      await log.close();
    });

    it('gives back what was appended, byte for byte and in order [LG2]', async () => {
      await log.append(one, 0, envelope(1));
      await log.append(one, 1, envelope(2, 'ä\0ö'));
      const read = await log.read(one);
      expect(read.map(({ data, ...rest }) => ({ ...rest, data: Buffer.from(data).toString() }))).toEqual([
        { ...envelope(1), data: 'data 1' },
        { ...envelope(2), data: 'ä\0ö' },
      ]);
    });

    it('appends only where the log stands as expected, and else changes nothing [LG2]', async () => {
      await log.append(one, 0, envelope(1));
      await expect(log.append(one, 0, envelope(1))).rejects.toThrow(LogConflict);
      await expect(log.append(one, 2, envelope(3))).rejects.toThrow(LogConflict);
      await expect(log.append(one, 1, envelope(3))).rejects.toThrow(LogConflict);
      expect(await log.read(one)).toHaveLength(1);
    });

    it('lets exactly one of many writers win [LG2]', async () => {
      const tries = Array.from({ length: 20 }, (_, i) => log.append(one, 0, envelope(1, `writer ${i}`)));
      const results = await Promise.allSettled(tries);
      expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
      expect(await log.read(one)).toHaveLength(1);
    });

    it('puts others in the place of all, and goes on from there [DR24]', async () => {
      for (let n = 1; n <= 5; n += 1) await log.append(one, n - 1, envelope(n));
      await log.append(two, 0, envelope(1));
      await expect(log.replace(one, 4, [envelope(1)])).rejects.toThrow(LogConflict);
      expect(await log.read(one)).toHaveLength(5);
      await log.replace(one, 5, [envelope(1, 'the first'), envelope(2, 'the second')]);
      await expect(log.append(one, 5, envelope(6))).rejects.toThrow(LogConflict);
      await log.append(one, 2, envelope(3));
      const read = await log.read(one);
      expect(read.map(({ data }) => Buffer.from(data).toString())).toEqual([
        'the first',
        'the second',
        'data 3',
      ]);
      expect(await log.read(two)).toHaveLength(1);
      expect([...(await log.sessions())].sort()).toEqual([one, two]);
      await log.remove(one);
      expect(await log.sessions()).toEqual([two]);
    });

    it('keeps sessions apart and removes one whole [LG2]', async () => {
      await log.append(one, 0, envelope(1));
      await log.append(two, 0, envelope(1));
      expect([...(await log.sessions())].sort()).toEqual([one, two]);
      await log.remove(one);
      expect(await log.sessions()).toEqual([two]);
      expect(await log.read(one)).toEqual([]);
      await log.append(one, 0, envelope(1));
      expect(await log.read(one)).toHaveLength(1);
    });
  });
};

/** What a log does that outlives the process. */
export const lastingLogContract = (name: string, make: () => Lasting): void => {
  describe(`the ${name} log after a new start`, () => {
    it('has everything that was answered [LG4]', async () => {
      const { log, reopen } = make();
      for (let n = 1; n <= 10; n += 1) await log.append(one, n - 1, envelope(n));
      const again = await reopen();
      expect((await again.read(one)).map((read) => read.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await again.ready()).toBe(true);
      await again.close();
    });
  });
};

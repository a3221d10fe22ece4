import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Instant, InvitationId, SessionId } from '@tele-balint/shared/vocabulary';
import { describe, expect, it } from 'vitest';
import type { Envelope, EventLog } from './event-log.ts';
import { memoryKeys } from './key-store.ts';
import { memoryLog } from './memory.ts';
import { openFolder } from './folder.ts';
import type { Entry } from './entry.ts';
import { sealedLog } from './sealed.ts';
import { hashOf, seal, unseal } from './sealing.ts';
import { LogBroken } from './tail.ts';
import { temporary } from '../testing/temporary.ts';

const id = 'a-session-of-this-test' as SessionId;
const now = 1_800_000_000_000 as Instant;
const canary = 'Dr Canary-Bird';

const entry = (n: number): Entry<{ n: number }> => ({
  at: 1_800_000_000_000 + n,
  by: 'line:canary',
  commandId: `command-${n}`,
  events: [{ type: 'invitationRenewed', at: n as Instant, invitation: 'inv' as InvitationId, hash: canary }],
  result: { n },
});

/** A log of three entries, and the same log with its rows changed. */
const three = async (change: (rows: Envelope[]) => Envelope[] = (rows) => rows) => {
  const log = memoryLog();
  const keys = memoryKeys();
  const tail = await sealedLog(log, keys).open<{ n: number }>(id);
  for (const n of [1, 2, 3]) await tail.append(entry(n));
  const rows = change([...(await log.read(id))]);
  const changed: EventLog = { ...log, read: async () => rows };
  return { log, keys, open: () => sealedLog(changed, keys).open<{ n: number }>(id) };
};

describe('the sealed log', () => {
  it('gives back every entry with its result [LG10]', async () => {
    const { open } = await three();
    expect((await open()).entries).toEqual([entry(1), entry(2), entry(3)]);
  });

  it('says an instant once where all is of one, and reads what says it twice [LG10]', async () => {
    const keys = memoryKeys();
    const log = memoryLog();
    const tail = await sealedLog(log, keys).open<{ n: number }>(id);
    const { at, ...rest } = entry(1);
    const both = { ...rest, at, events: [{ type: 'held', at: at as Instant }, ...rest.events] } as const;
    await tail.append(both);
    const [row] = await log.read(id);
    const kept = unseal(tail.key, id, row!) as { readonly events: readonly object[] };
    expect(kept.events).toEqual([{ type: 'held' }, ...both.events.slice(1)]);
    // As earlier programs of the same version wrote it.
    const clear = { ...row!, n: 2, prevHash: hashOf(id, row!) };
    await log.append(id, 1, { ...clear, data: seal(tail.key, id, clear, both) });
    expect((await sealedLog(log, keys).open(id)).entries).toEqual([both, both]);
  });

  it('may have lost its end, and goes on there [LG4]', async () => {
    const { open } = await three((rows) => rows.slice(0, 2));
    expect((await open()).entries).toHaveLength(2);
  });

  const breaks: Record<string, (rows: Envelope[]) => Envelope[]> = {
    'a gap': ([a, , c]) => [a!, c!],
    'a missing start': (rows) => rows.slice(1),
    'a doubled row': ([a, b]) => [a!, b!, b!],
    'swapped rows': ([a, b, c]) => [b!, a!, c!],
    'a renumbered row': ([a, , c]) => [a!, { ...c!, n: 2 }],
    'an altered time': ([a, b, c]) => [a!, { ...b!, at: b!.at + 1 }, c!],
    'an altered version': ([a, b, c]) => [a!, { ...b!, v: 0 }, c!],
    'an altered byte': ([a, b, c]) => [
      a!,
      { ...b!, data: b!.data.map((byte, i) => (i === 20 ? byte ^ 1 : byte)) },
      c!,
    ],
    'a cut seal': ([a, b, c]) => [a!, { ...b!, data: b!.data.subarray(0, 20) }, c!],
  };
  it.each(Object.entries(breaks))('refuses %s [LG8]', async (_name, change) => {
    const { open } = await three(change);
    await expect(open()).rejects.toThrow(LogBroken);
  });

  it('cannot be read under another session or with another key [LG8]', async () => {
    const { log, keys, open } = await three();
    const rows = await log.read(id);
    const moved: EventLog = { ...log, read: async () => rows };
    await expect(sealedLog(moved, keys).open('another-session' as SessionId)).rejects.toThrow(LogBroken);
    await keys.clear(id);
    await expect(open()).rejects.toThrow(/key of this session is missing/);
  });

  it('keeps nothing readable in its files and forgets by destroying the key [LG10]', async () => {
    const dir = temporary();
    const { rows: rawLog, keys } = await openFolder(dir, now, () => undefined);
    const log = sealedLog(rawLog, keys);
    const tail = await log.open(id);
    const key = Buffer.from(tail.key);
    for (const n of [1, 2, 3]) await tail.append(entry(n));
    const sealed = Buffer.from((await rawLog.read(id))[1]!.data).toString('base64');
    const holds = (what: Buffer | string): string[] =>
      readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name))
        .filter((file) => readFileSync(file).includes(what));
    expect(holds(canary)).toEqual([]);
    // Clients choose command ids, and may choose a name for one.
    expect(holds('command-1')).toEqual([]);
    expect(holds('line:canary')).toEqual([]);
    // The looking itself works: the key and the sealed bytes are there before.
    expect(holds(key).length).toBeGreaterThan(0);
    expect(holds(sealed.slice(0, 60)).length).toBeGreaterThan(0);
    await log.forget(id, () => now);
    expect(holds(key)).toEqual([]);
    expect(holds(sealed.slice(0, 60))).toEqual([]);
    expect(await log.sessions()).toEqual([]);
    await log.close();
  });

  it('finishes on the next start a forgetting that was cut short, and an opening [LG16]', async () => {
    const { log, keys } = await three();
    await keys.put(id, { kind: 'destroyed', at: now });
    const opening = 'an-opening-that-nobody-was-told-of' as SessionId;
    await sealedLog(log, keys).open(opening);
    const sealed = sealedLog(log, keys);
    await expect(sealed.open(id)).rejects.toThrow(LogBroken);
    expect(await sealed.sweep(now)).toEqual({ damagedKeys: 0, failed: [] });
    expect(await log.sessions()).toEqual([]);
    expect(await sealed.sessions()).toEqual([]);
    expect(await keys.find(opening)).toBe(null);
  });
});

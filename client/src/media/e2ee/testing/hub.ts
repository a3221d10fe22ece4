// Whole pages with real WebCrypto, on a relay in memory.

import { type Bytes, toHex } from '@tele-balint/shared/e2ee/bytes';
import type { Status } from '@tele-balint/shared/e2ee/status';
import { type Sealing, startSealing } from '../sealing.ts';

const HERE = { session: 's'.repeat(24), space: 'circle' };
const imported = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey', 'deriveBits']);
export const LINK = crypto.getRandomValues(new Uint8Array(32));

export type Page = {
  readonly line: string;
  sealing: Sealing | null;
  status: Status | null;
  words: readonly number[] | null;
  /** How often it said that it cannot go on. */
  broken: number;
  /** What its people were shown of letters, and what was told of its notes. */
  readonly news: string[];
  readonly notes: { readonly got: readonly string[]; readonly missed: readonly string[] }[];
  /** What its worker has: media identity and slot → key. */
  readonly ring: Map<string, string>;
};

/** A relay that brings everything at once, or what a test makes of it. */
export const hub = (scope = HERE) => {
  const pages = new Map<string, Page>();
  const carried: { from: string; to: string; envelope: string }[] = [];
  let tamper = (envelope: string): string => envelope;
  let show = (): void => undefined;
  let leads = (_line: string): readonly string[] => [];
  const names = (lines: readonly string[] = [...pages.keys()]) => ({
    lines,
    media: new Map(lines.map((line) => [`media of ${line}`, line])),
  });
  const tell = (): Promise<unknown> =>
    Promise.all([...pages.values()].flatMap(({ sealing }) => sealing?.lines(names()) ?? []));
  return {
    carried,
    /** What our server would name of these lines. */
    names,
    showWith: (how: () => void) => void (show = how),
    /** Whom our server names as leading, to each line: the same to all, unless it lies. */
    leadWith: (how: (line: string) => readonly string[]) => void (leads = how),
    tamperWith: (how: (envelope: string) => string) => void (tamper = how),
    join: async (line: string, link: Bytes = LINK): Promise<Page> => {
      const page: Page = {
        line,
        sealing: null,
        status: null,
        words: null,
        broken: 0,
        ring: new Map(),
        news: [],
        notes: [],
      };
      pages.set(line, page);
      page.sealing = await startSealing(
        {
          scope,
          secret: await imported(link),
          me: { line, media: `media of ${line}`, names: [`Dr ${line}`] },
          ring: {
            use: async (media, epoch, key) => {
              page.ring.set(`${media} ${epoch % 16}`, toHex(key));
              key.fill(0);
            },
            burn: async (media, epoch) => void page.ring.delete(`${media} ${epoch % 16}`),
          },
          send: (to, envelope) => {
            for (const other of to) {
              carried.push({ from: line, to: other, envelope });
              void pages.get(other)?.sealing?.hear(line, tamper(envelope));
            }
          },
          now: () => performance.now(),
          onStatus: (status, words) => {
            Object.assign(page, { status, words });
            show();
          },
          mail: {
            leading: () => {
              const lines = new Set(leads(line));
              return { me: lines.delete(line), lines };
            },
            onNews: (from, { kind, text }) => void page.news.push(`${kind} of ${from.line}: ${text}`),
            onNote: (got, missed) => void page.notes.push({ got, missed }),
            onLeaders: () => undefined,
          },
          onBroken: () => void (page.broken += 1),
        },
        names(),
      );
      await tell();
      return page;
    },
    leave: async (page: Page): Promise<void> => {
      page.sealing?.stop();
      pages.delete(page.line);
      await tell();
    },
    /** All that is under way has come to its end: an answer to an answer to a message. */
    calm: async (): Promise<void> => {
      for (let round = 0; round < 4; round += 1)
        await Promise.all(
          [...pages.values()].flatMap(({ line, sealing }) => sealing?.people([`Dr ${line}`]) ?? []),
        );
    },
    stop: () => [...pages.values()].forEach(({ sealing }) => sealing?.stop()),
  };
};

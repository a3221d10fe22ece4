// Who sings what in a page: each microphone is a tone of its own pitch, and what is no tone is noise.

import type { Page } from 'playwright-core';
import type { Piece } from './ears-in-page.ts';
import { beginToListen, piecesSince } from './page-ears.ts';
import { until } from './until.ts';

/** Root mean square, of 1, from which a piece counts; the tones have 0.2. */
const LOUD = 0.02;
/** Share of a piece's power, of 1, from which it is a tone, and below which it is none. */
const PURE = 0.8;
const STRANGE = 0.3;
/** Milliseconds until something must have been heard. */
const PATIENCE = 40_000;

/** What a page played of one identity. */
export type Tune = {
  readonly pieces: number;
  /** Pieces of 40 ms that are each pitch. */
  readonly pure: readonly number[];
  /** The largest share of each pitch in anything that is to be heard. */
  readonly most: readonly number[];
  /** The longest row of pieces that are loud and no pitch: where a tone begins or breaks off, a piece or two are no tone. */
  readonly noise: number;
  /** The largest root mean square. */
  readonly loudest: number;
};

const longest = (row: readonly boolean[]): number => {
  let [most, now] = [0, 0];
  for (const is of row) {
    now = is ? now + 1 : 0;
    most = Math.max(most, now);
  }
  return most;
};

export const tuneOf = (pieces: readonly Piece[], pitches: readonly number[]): Tune => {
  const loud = pieces.filter((one) => one.loud > LOUD);
  const isNoise = (one: Piece): boolean => one.loud > LOUD && Math.max(...one.shares) < STRANGE;
  return {
    pieces: pieces.length,
    pure: pitches.map((_, at) => loud.filter(({ shares }) => (shares[at] ?? 0) > PURE).length),
    most: pitches.map((_, at) => Math.max(0, ...loud.map(({ shares }) => shares[at] ?? 0))),
    noise: longest(pieces.map(isNoise)),
    loudest: Math.max(0, ...pieces.map((one) => one.loud)),
  };
};

export type Tunes = {
  /** What was played since the beginning, by identity. */
  now(): Promise<ReadonlyMap<string, Tune>>;
  /** Waits for so many pieces of one identity that are the pitch with this number. */
  hears(identity: string, pitch: number, pieces?: number): Promise<void>;
};

/** Begins to listen in a page that has ears. */
export const tunesIn = async (page: Page, pitches: readonly number[]): Promise<Tunes> => {
  await beginToListen(page, pitches);
  const now = async (): Promise<ReadonlyMap<string, Tune>> => {
    const all = Object.entries(await piecesSince(page));
    return new Map(all.map(([who, pieces]) => [who, tuneOf(pieces, pitches)]));
  };
  return {
    now,
    async hears(identity, pitch, pieces = 50) {
      const enough = async () => ((await now()).get(identity)?.pure[pitch] ?? 0) >= pieces;
      await until(`${pitches[pitch]} Hz of ${identity}`, enough, PATIENCE).catch(async (error: unknown) => {
        throw new Error(`${String(error)}: ${JSON.stringify([...(await now())])}`);
      });
    },
  };
};

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Milliseconds of a test with real processes. Each wait in it has a deadline of its own; this bounds their sum, on a busy machine too. */
const long = 300_000;
/** Milliseconds of a test without real processes: some take a second, and a busy machine is ten times slower. */
const patience = 30_000;

/** Browser proofs that need the machine to themselves: those that measure how fast pages are, and crowds that seal. */
const alone = [
  'e2e/**/*.alone.spec.ts',
  'e2e/{session,rings,reconnect,sites,courses,disguise,disguise-enforcer}.spec.ts',
];

/** Browser proofs that wait more than they work, for silences, rests and lines that are broken for a while: two need one machine. */
const waits = [
  'e2e/{away,debrief,half-open,leading-parts,links,presses,quiet-ways,room-key,sealed-programs,unknown}.spec.ts',
];

const nowhere = ['**/node_modules/**', '**/dist/**'];

/** Settings of the projects without real processes; those that put something in a module's place have a worker to themselves. */
const unit = {
  environment: 'node',
  // Many of these wait more than they work: half as many again as there are processors.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testTimeout: patience,
  hookTimeout: patience,
} as const;

/** Browser proofs at a time: one takes two processors, and where it doesn't get them what it waits for comes late. */
const browsers = Math.max(1, Math.floor(availableParallelism() / 2));

/** Settings of the projects that start real processes: long deadlines, and two files at a time: one leaves part of two cores idle. */
const real = { environment: 'node', testTimeout: long, hookTimeout: long, maxWorkers: 2 } as const;

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          ...unit,
          name: 'unit',
          // What many files import is loaded once a worker: a fourth less time. A test leaves everything as it found it.
          isolate: false,
          include: ['{shared,server,client,tools,e2e}/**/*.test.{ts,tsx,mjs}'],
          exclude: [...nowhere, '**/*.alone.test.{ts,tsx}', '**/*.live.test.{ts,mjs}'],
        },
      },
      {
        test: {
          ...unit,
          name: 'unit-alone',
          include: ['{shared,server,client}/**/*.alone.test.{ts,tsx}'],
          exclude: nowhere,
        },
      },
      {
        test: {
          ...real,
          name: 'live',
          include: ['{shared,server,client,tools,e2e}/**/*.live.test.{ts,mjs}'],
        },
      },
      {
        test: {
          ...real,
          name: 'e2e',
          include: ['e2e/**/*.spec.ts'],
          exclude: [...nowhere, ...alone, ...waits],
          maxWorkers: browsers,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...real,
          name: 'e2e-alone',
          include: alone,
          // One at a time, after the others.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...real,
          name: 'e2e-waits',
          include: waits,
          maxWorkers: 2 * browsers,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const long = 120_000;
/** Milliseconds of a test without real processes: some take a second, and a busy machine is ten times slower. */
const patience = 30_000;

/** Settings of the projects that start real processes: one file at a time, long deadlines. */
const real = { environment: 'node', testTimeout: long, hookTimeout: long, fileParallelism: false } as const;

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          // Many of these wait more than they work: half as many again as there are processors.
          maxWorkers: Math.ceil(availableParallelism() * 1.5),
          testTimeout: patience,
          hookTimeout: patience,
          include: ['{shared,server,client,tools,e2e}/**/*.test.{ts,tsx,mjs}'],
          exclude: ['**/node_modules/**', '**/dist/**', '**/*.live.test.ts'],
        },
      },
      {
        test: {
          ...real,
          name: 'live',
          include: ['{shared,server,client,e2e}/**/*.live.test.ts'],
        },
      },
      { test: { ...real, name: 'e2e', include: ['e2e/**/*.spec.ts'] } },
    ],
  },
});

import { defineConfig } from 'vitest/config';

const long = 120_000;

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

import { defineConfig } from 'vitest/config';

// The tests that `npm run mutate` runs on each change of the pure code: no process, no port, no page, no flood, and no hash of a
// shape, which every change breaks.
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 30_000,
    setupFiles: ['tools/shorter-properties.mjs'],
    include: ['shared/src/**/*.test.ts', 'server/src/media/{enforcer,gateway}/*.test.ts'],
    exclude: ['**/{floods,fuzz,answered,held,addresses,recorded,wire}.test.ts'],
  },
});

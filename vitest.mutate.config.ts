import { defineConfig } from 'vitest/config';
import { NearestFirst } from './tools/nearest-first.mjs';

// The tests that `npm run mutate` runs on each change of the pure code: no process, no port, no page, no flood, no model, which has
// its own tries, and no hash of a shape, which every change breaks.
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 30_000,
    // Pure code keeps nothing between files: it is loaded once a change and not once a file.
    isolate: false,
    sequence: { sequencer: NearestFirst },
    setupFiles: ['tools/shorter-properties.mjs'],
    include: ['shared/src/**/*.test.ts', 'server/src/media/{enforcer,gateway}/*.test.ts'],
    exclude: ['**/{floods,fuzz,answered,held,addresses,recorded,wire,model}.test.ts'],
  },
});

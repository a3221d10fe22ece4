import { ensureInstalled } from './install.mjs';
import { runVitest } from './vitest.mjs';

/** Ten times what `npm test` does. */
const runs = process.env.FUZZ_RUNS ?? '100000';

await ensureInstalled();
const { passed, failed } = await runVitest('unit', ['gateway/fuzz'], { FUZZ_RUNS: runs });
console.log(`\n${passed} passed, ${failed} failed, ${runs} runs each`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

import path from 'node:path';
import { BaseSequencer } from 'vitest/node';

/**
 * The order of tests for `npm run mutate`: a change is most often found by the test beside it, then by one that is quick. The
 * usual order, longest first, makes each of some thousand changes wait for the slowest property.
 */
export class NearestFirst extends BaseSequencer {
  async sort(files) {
    const [changed] = this.ctx.config.related ?? [];
    const rank = ({ moduleId }) => {
      if (changed === undefined) return 2;
      if (moduleId === changed.replace(/\.ts$/, '.test.ts')) return 0;
      return path.dirname(moduleId) === path.dirname(changed) ? 1 : 2;
    };
    const took = (file) => this.ctx.cache.getTestSpecificationResult(file)?.duration ?? 0;
    return [...files].sort((a, b) => rank(a) - rank(b) || took(a) - took(b));
  }
}

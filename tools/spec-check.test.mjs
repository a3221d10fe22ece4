import { describe, expect, it } from 'vitest';
import { specProblems } from './spec-check.mjs';

/** A test file that names rules; put together here so that this file names none of them. */
const naming = (...ids) => [{ name: 'a.test.ts', text: `it('does it [${ids.join(', ')}]', () => {});` }];
const spec = '# Rules\n\n- **AB1** One.\n- **CDE2** Two.\n';

describe('rules and tests', () => {
  it('agree when every rule is named [SU8]', () => {
    expect(specProblems(spec, naming('AB1', 'CDE2'))).toEqual([]);
  });

  it('differ when a rule has no test [SU8]', () => {
    expect(specProblems(spec, naming('AB1'))).toEqual(['No test names the rule CDE2.']);
  });

  it('differ when a test names an unknown rule [SU8]', () => {
    const problems = specProblems(spec, naming('AB1', 'CDE2', 'CDE3'));
    expect(problems).toEqual(['a.test.ts names CDE3, which SPEC.md lacks.']);
  });

  it('do not count a comment as a test [SU8]', () => {
    const [test] = naming('AB1', 'CDE2');
    expect(specProblems(spec, [{ ...test, text: `  // ${test.text}` }])).toHaveLength(2);
  });

  it('have every number once [SU8]', () => {
    expect(specProblems(`${spec}- **AB1** Again.\n`, naming('AB1', 'CDE2'))).toEqual([
      'SPEC.md has AB1 twice.',
    ]);
  });
});

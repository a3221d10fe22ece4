import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporary } from '../server/src/testing/temporary.ts';
import { Tally, countReport } from './tally.mjs';

/** Writes a report as the test runner does. */
function report(over = {}) {
  const file = path.join(temporary(), 'report.json');
  const whole = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...over,
  };
  writeFileSync(file, JSON.stringify(whole));
  return file;
}

describe('the closing line', () => {
  it('counts checks and tests alike [SU8]', () => {
    const tally = new Tally();
    tally.check('lint', true, 1);
    tally.add('unit', { passed: 3, failed: 1 }, 1);
    expect(tally.closing).toBe('4 passed, 1 failed');
    expect(tally.good).toBe(false);
  });

  it('is no success when nothing ran [SU8]', () => {
    expect(new Tally().good).toBe(false);
  });

  it('takes a skipped test as failed, unless tests were picked by name [SU8]', () => {
    const file = report({ numPendingTests: 1, numTodoTests: 1 });
    expect(countReport(file, 0)).toMatchObject({ passed: 3, failed: 2 });
    expect(countReport(file, 0, { picked: true })).toMatchObject({ passed: 3, failed: 0 });
  });

  it('takes a file that does not load as failed [SU8]', () => {
    const testResults = [
      { name: 'a.test', status: 'failed', message: 'No such module', assertionResults: [] },
    ];
    expect(countReport(report({ testResults }), 1)).toEqual({
      passed: 3,
      failed: 1,
      failures: ['FAILED a.test\nNo such module'],
    });
  });

  it('says at its end which test failed and why [SU8]', () => {
    const assertionResults = [
      { fullName: 'the timer runs', status: 'failed', failureMessages: ['expected 3 to be 4'] },
      { fullName: 'the timer waits', status: 'passed', failureMessages: [] },
    ];
    const testResults = [{ name: 'timer.test', status: 'failed', message: '', assertionResults }];
    const tally = new Tally();
    tally.add('unit', countReport(report({ numFailedTests: 1, testResults }), 1), 1);
    const text = 'FAILED timer.test\nthe timer runs\nexpected 3 to be 4';
    expect(tally.summary).toBe(`FAILED unit: 3 passed, 1 failed (1.0 s)\n\n${text}\n\n3 passed, 1 failed`);
  });

  it('takes an error outside any test and a missing report as failed [SU8]', () => {
    expect(countReport(report(), 1)).toMatchObject({ passed: 3, failed: 1 });
    expect(countReport('/nowhere/report.json', 0)).toEqual({ passed: 0, failed: 1 });
  });
});

import { readFileSync } from 'node:fs';

/** Counts what passed and failed over all checks and remembers what to show at the end. */
export class Tally {
  passed = 0;
  failed = 0;
  lines = [];
  failures = [];

  /** Counts one check. */
  check(name, ok, seconds) {
    this.add(name, { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }, seconds);
  }

  /** Counts many at once, as a test runner has them; `failures` say what failed and why, a text each. */
  add(name, { passed, failed, failures = [] }, seconds) {
    this.passed += passed;
    this.failed += failed;
    this.failures.push(...failures);
    const mark = failed > 0 ? 'FAILED' : 'ok    ';
    this.lines.push(`${mark} ${name}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
  }

  /** Nothing failed, and something ran. */
  get good() {
    return this.failed === 0 && this.passed > 0;
  }

  /** What stands at the end: who reads only the last lines sees which test failed and why. */
  get summary() {
    return [this.lines.join('\n'), ...this.failures, this.closing].join('\n\n');
  }

  /** The closing line that machines read. */
  get closing() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

/** Characters of a failure that the summary shows; the whole stands further up. */
const SHOWN = 400;

/** What failed in a file and why, a text each. */
function failuresIn({ name, message, status, assertionResults }) {
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length === 0) return status === 'failed' ? [`FAILED ${name}\n${message.slice(0, SHOWN)}`] : [];
  return failed.map(
    ({ fullName, failureMessages }) =>
      `FAILED ${name}\n${fullName}\n${failureMessages.join('\n').slice(0, SHOWN)}`,
  );
}

/**
 * Counts from the test runner's own report. A skipped test, a file that doesn't load, an error outside any test
 * and a missing report are failures.
 * @param {string} file the JSON report
 * @param {number} code the runner's exit code
 * @param {{ picked?: boolean }} [options] `picked`: single tests were asked for by name, the others don't count
 */
export function countReport(file, code, { picked = false } = {}) {
  let report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const skipped = picked ? 0 : report.numPendingTests + report.numTodoTests;
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((one) => one.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + skipped + broken;
  return {
    passed: report.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    failures: report.testResults.flatMap(failuresIn),
  };
}

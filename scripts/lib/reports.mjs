/**
 * @typedef {object} Count
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} skipped  titles
 */

/** The tests in Vitest's JSON report. A file that could not be loaded counts as one failed test. */
export function countVitest(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').map(({ fullName }) => fullName),
  };
}

/** The tests in Playwright's JSON report; errors outside of tests count as failed tests. */
export function countPlaywright(report) {
  const specs = [];
  const visit = (suite) => {
    specs.push(...(suite.specs ?? []));
    (suite.suites ?? []).forEach(visit);
  };
  report.suites.forEach(visit);
  const tests = specs.flatMap(({ title, tests: runs }) => runs.map(({ status }) => ({ title, status })));
  return {
    passed: tests.filter(({ status }) => status === 'expected').length,
    failed: tests.filter(({ status }) => status === 'unexpected' || status === 'flaky').length + report.errors.length,
    skipped: tests.filter(({ status }) => status === 'skipped').map(({ title }) => title),
  };
}

import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../../scripts/lib/reports.mjs';

const vitestTest = (status: string) => ({ status, fullName: `a ${status} test` });

test('countVitest counts tests, names the skipped, and takes a broken file for a failure', () => {
  const report = {
    testResults: [
      { status: 'passed', assertionResults: [vitestTest('passed'), vitestTest('passed'), vitestTest('skipped')] },
      { status: 'failed', assertionResults: [vitestTest('failed'), vitestTest('passed'), vitestTest('todo')] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 3, failed: 2, skipped: ['a skipped test', 'a todo test'] });
});

test('countPlaywright counts tests in nested suites, and errors outside of them', () => {
  const spec = (status: string) => ({ title: `a ${status} test`, tests: [{ status }] });
  const report = {
    suites: [
      { specs: [spec('expected'), spec('unexpected')], suites: [{ specs: [spec('skipped'), spec('expected')] }] },
    ],
    errors: [{ message: 'the server did not start' }],
  };
  expect(countPlaywright(report)).toEqual({ passed: 2, failed: 2, skipped: ['a skipped test'] });
});

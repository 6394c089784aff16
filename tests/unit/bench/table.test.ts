import { describe, expect, test } from 'vitest';
import { chooseWorkloads, readOptions } from '../../../bench/lib/options.mjs';
import { median, summarize } from '../../../bench/lib/statistics.mjs';
import { digits, formatTable } from '../../../bench/lib/table.mjs';

interface Row {
  readonly runner: string;
  readonly backend: string;
  readonly msPerStep: readonly number[];
}

const row = (runner: string, backend: string, msPerStep: readonly number[], more: object = {}) => ({
  workload: 'net',
  runner,
  backend,
  batchSize: 10,
  msPerStep,
  scriptMsPerStep: msPerStep.map((ms) => ms / 2),
  unavailable: null,
  counts: null,
  ...more,
});

describe('summarize', () => {
  const rows = [
    row('hand-written', 'js', [1, 1, 1]),
    row('tf.layers', 'cpu', [8, 16, 12]),
    row('tf.core', 'wasm', [4, 8, 6]),
    row('ours (eager)', 'wasm', [2, 4, 3]),
    row('ours', 'wasm', [1, 2, 3]),
    row('tf.layers', 'webgpu', [], { unavailable: 'no adapter' }),
  ];
  const of = (runner: string, backend: string) =>
    summarize(rows).find((each: Row) => each.runner === runner && each.backend === backend);

  test('takes medians, of times and of the rounds’ own ratios', () => {
    expect(of('ours', 'wasm')).toMatchObject({
      medianMs: 2,
      scriptMs: 1,
      stepsPerSecond: 500,
      examplesPerSecond: 5000,
      // 4/1, 8/2, 6/3
      timesBestStock: 4,
      // 1/1, 1/2, 1/3
      timesHandwritten: 0.5,
    });
  });

  test('holds each against tf.layers on its own backend, and against the best stock row on any', () => {
    expect(of('tf.layers', 'cpu')).toMatchObject({ timesLayers: 1, timesBestStock: 0.5 });
    expect(of('ours (eager)', 'wasm')).toMatchObject({ timesLayers: null, timesBestStock: 2 });
  });

  test('leaves a row without times as it is', () => {
    expect(of('tf.layers', 'webgpu')).toEqual(rows[5]);
  });
});

test('the median of an even number of values lies between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test('figures have three digits, or are whole', () => {
  expect([0, 0.001234, 1.5, 99.94, 999.6, 178014].map((value) => digits(value))).toEqual([
    '0',
    '0.00123',
    '1.50',
    '99.9',
    '1,000',
    '178,014',
  ]);
});

describe('the table', () => {
  const counts = { calls: 45.125, buffers: 0, uploads: 2, bytes: 3 * 2 ** 20, refusal: null };
  const rows = summarize([
    row('ours', 'wasm', [2, 2], { counts: { ...counts, calls: 12, buffers: null, uploads: null } }),
    row('tf.core', 'webgpu', [], { unavailable: 'no adapter' }),
    row('ours', 'cpu', [4, 4], { workload: 'other', counts }),
  ]);
  const lines = formatTable(rows).split('\n');

  test('has a line for each row, the reason where there are no times, and a rule between workloads', () => {
    expect(lines).toHaveLength(6);
    expect(lines[3]).toMatch(/^net +tf\.core +webgpu +not available: no adapter$/);
    expect(lines[4]).toMatch(/^─/);
  });

  test('leaves out columns that nothing is in, and aligns the others', () => {
    expect(lines[0]).toContain('buffers+uploads');
    expect(lines[0]).not.toContain('× tf.layers');
    expect(lines[5]).toMatch(/ 45\.1 +0\+2 +3\.00 /);
    expect(lines[2]?.indexOf(' 12 ')).toBe((lines[5]?.indexOf(' 45.1 ') ?? 0) + 2);
  });
});

describe('the command line', () => {
  const workloads = [
    { id: 'net small', heavy: false, extra: false },
    { id: 'net large', heavy: true, extra: false },
    { id: 'net larger', heavy: true, extra: true },
    { id: 'product', heavy: false, extra: false },
  ];
  const chosen = (...args: string[]) => chooseWorkloads(workloads, readOptions(args));

  test('asks for everything with --all, with --quick for what is not heavy, and else for what is not extra', () => {
    expect(chosen('--all')).toEqual(workloads.map(({ id }) => id));
    expect(chosen()).toEqual(['net small', 'net large', 'product']);
    expect(chosen('--quick')).toEqual(['net small', 'product']);
  });

  test('chooses workloads by parts of their names, heavy ones too', () => {
    expect(chosen('--quick', '--workloads', 'larger, prod')).toEqual(['net larger', 'product']);
  });

  test('refuses names that do not exist', () => {
    expect(() => readOptions(['--backends', 'cpu,abacus'])).toThrow('no backend called abacus');
    expect(() => chosen('--workloads', 'huge')).toThrow('“huge”');
  });
});

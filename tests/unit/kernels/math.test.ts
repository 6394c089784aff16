import { beforeAll, describe, expect, test } from 'vitest';
import { Unary } from '../../../src/kernels/elementwise/kinds';
import { instantiateModule, type WasmModule } from '../../../src/kernels/wasm/module';

const memory = new WebAssembly.Memory({ initial: 40, maximum: 65536 });
let module: WasmModule;
beforeAll(async () => {
  module = await instantiateModule(memory);
}, 60_000);

/** What the vectorised function gives for each value. */
function compute(kind: Unary, values: readonly number[]): Float32Array {
  const floats = new Float32Array(memory.buffer);
  floats.set(values);
  module.unary(kind, 4 * values.length, 0, values.length, 0, 0);
  return floats.slice(values.length, 2 * values.length);
}

const evenly = (low: number, high: number) =>
  Array.from({ length: 4001 }, (_, i) => Math.fround(low + ((high - low) * i) / 4000));
/** As many of every size. */
const bySize = (least: number, most: number) =>
  Array.from({ length: 4001 }, (_, i) => Math.fround(least * (most / least) ** (i / 4000)));
const bothSigns = (values: readonly number[]) => values.flatMap((value) => [value, -value]);

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const sizes = bothSigns(bySize(1e-9, 80));

interface Case {
  readonly kind: keyof typeof Unary;
  readonly of: (x: number) => number;
  readonly values: readonly number[];
}

const cases: readonly Case[] = [
  { kind: 'exp', of: Math.exp, values: [...evenly(-87, 88), ...sizes] },
  { kind: 'log', of: Math.log, values: [...bySize(1e-38, 3e38), ...evenly(0.5, 2)] },
  { kind: 'tanh', of: Math.tanh, values: [...evenly(-12, 12), ...sizes] },
  { kind: 'sigmoid', of: sigmoid, values: [...evenly(-87, 87), ...sizes] },
  { kind: 'softplus', of: softplus, values: [...evenly(-87, 87), ...sizes] },
  { kind: 'sin', of: Math.sin, values: [...evenly(-100, 100), ...bothSigns(bySize(1e-9, 6e7))] },
  { kind: 'cos', of: Math.cos, values: [...evenly(-100, 100), ...bothSigns(bySize(1e-9, 6e7))] },
];

test.each(cases)('$kind is right to three parts in ten million', ({ kind, of, values }) => {
  const found = compute(Unary[kind], values);
  values.forEach((x, i) => {
    const expected = of(x);
    const error = Math.abs((found[i] as number) - expected) / Math.abs(expected);
    if (!(error < 3e-7) && expected !== 0) expect.fail(`${kind}(${x}) is ${found[i]}, not ${expected}`);
  });
});

describe('at the ends', () => {
  const infinity = Number.POSITIVE_INFINITY;
  const inputs = [Number.NaN, infinity, -infinity, 1000, -1000, 0];
  test.each([
    { kind: 'exp', expected: [Number.NaN, infinity, 0, infinity, 0, 1] },
    { kind: 'log', expected: [Number.NaN, infinity, Number.NaN, Math.fround(Math.log(1000)), NaN, -infinity] },
    { kind: 'tanh', expected: [Number.NaN, 1, -1, 1, -1, 0] },
    { kind: 'sigmoid', expected: [Number.NaN, 1, 0, 1, 0, 0.5] },
    { kind: 'softplus', expected: [Number.NaN, infinity, 0, 1000, 0, Math.fround(Math.LN2)] },
  ] as const)('$kind is what it tends to, and NaN stays NaN', ({ kind, expected }) => {
    expect([...compute(Unary[kind], inputs)]).toEqual(expected);
  });

  test('sin and cos have no value at infinity, and take what lies more than a turn apart as 0', () => {
    expect([...compute(Unary.sin, [Number.NaN, infinity, -infinity, 1e9])]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      0,
    ]);
    expect([...compute(Unary.cos, [Number.NaN, infinity, -infinity, 1e9])]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
      1,
    ]);
  });

  test('exp and log know denormal values', () => {
    const least = 2 ** -149;
    expect([...compute(Unary.exp, [-103, -103.5, -105])]).toEqual([least, least, 0]);
    expect(compute(Unary.log, [least])[0]).toBeCloseTo(-149 * Math.LN2, 4);
  });
});

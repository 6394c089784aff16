import { referenceActivate, referenceActivateGradient } from '../../src/kernels/activation/reference';
import { batchSides } from '../../src/kernels/batch/op';
import { referenceBatch } from '../../src/kernels/batch/reference';
import { referenceColumnSums } from '../../src/kernels/columns/reference';
import { referenceExampleLoss, referenceMeanLoss, referenceMeanLossGradient } from '../../src/kernels/loss/reference';
import { referenceProducts } from '../../src/kernels/matmul/reference';
import { type ProductShape, productShape } from '../../src/kernels/matmul/shape';
import { type CoefficientName, coefficientNames, type OptimizeAttrs, unlimited } from '../../src/kernels/optimize/op';
import { referenceOptimize } from '../../src/kernels/optimize/reference';
import { referenceDropout, referenceRandom } from '../../src/kernels/random/reference';
import { stream, streamKey } from '../../src/random/stream';
import {
  type ActivationName,
  activationNames,
  lossNames,
  optimizerNames,
  optimizerSlots,
  outputKinds,
} from '../../src/training/names';

// What every backend's kernels of our own names have to give: inputs, attributes and the reference's answer.

export interface Values {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export interface KernelCase {
  readonly name: string;
  readonly kernel: string;
  readonly inputs: Readonly<Record<string, Values>>;
  readonly attrs: Readonly<Record<string, unknown>>;
  readonly expected: Values;
  /** Largest difference, as a share of the expected value or of 1 if that is larger. 0: the same bits. */
  readonly tolerance: number;
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, side) => product * side, 1);
const vector = (values: Float32Array): Values => ({ shape: [values.length], values });
const scalar = (value: number): Values => ({ shape: [], values: Float32Array.of(value) });
/** Values around 0, the same for the same name. */
function draw(name: string, ...shape: number[]): Values {
  const random = stream(1, name);
  return { shape, values: new Float32Array(sizeOf(shape)).map(() => random.normal()) };
}

/** The largest difference as a share of the expected value, or of 1; infinite where only one is a number. */
export function largestError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const [a, b] = [actual[i] as number, expected[i] as number];
    if (Object.is(a, b) || a === b) continue;
    const error = Math.abs(a - b) / Math.max(Math.abs(b), 1);
    largest = Math.max(largest, Number.isFinite(error) ? error : Number.POSITIVE_INFINITY);
  }
  return largest;
}

// Dense layers: the small net's, one of odd sides, one output, one input, one with more depth than a block.
const layers = [
  [32, 2, 8],
  [32, 8, 8],
  [32, 8, 1],
  [7, 1, 3],
  [67, 31, 29],
  [5, 521, 13],
] as const;

const affineCases = layers.flatMap(([rows, inputs, outputs]) =>
  (['linear', 'relu'] as const).flatMap((activation) =>
    [true, false].map((hasBias): KernelCase => {
      const x = draw('x', rows, inputs);
      const kernel = draw('kernel', inputs, outputs);
      const bias = draw('bias', outputs);
      const shape = productShape([...x.shape], [...kernel.shape], false, false) as ProductShape;
      const finish = { ...(hasBias && { bias: bias.values }), ...(activation === 'relu' && { low: 0 }) };
      return {
        name: `${activation} [${rows},${inputs}]·[${inputs},${outputs}]${hasBias ? ' + bias' : ''}`,
        kernel: 'Affine',
        inputs: { x, kernel, ...(hasBias && { bias }) },
        attrs: { activation },
        expected: { shape: [rows, outputs], values: referenceProducts(shape, x.values, kernel.values, finish) },
        tolerance: 3e-5,
      };
    }),
  ),
);

/** Where activations bend, saturate or would overflow; every size of ordinary value. */
const telling = Float32Array.of(
  ...[0, 1, 2, 3, 5, 8, 10, 20, 30, 50, 87, 88, 89, 100, 1000, 1e20, 0.5, 0.1, 1e-3, 1e-6, 1e-20, 1e-42].flatMap(
    (size) => [size, -size],
  ),
  ...draw('x', 151).values,
);

/** GPUs may take a number below this for 0, which is where these slopes jump. */
const leastNormal = 2 ** -126;
const jumping: readonly ActivationName[] = ['relu', 'leakyRelu', 'selu'];

function tellingFor(activation: ActivationName): Float32Array {
  if (jumping.includes(activation)) return telling.filter((x) => x === 0 || Math.abs(x) >= leastNormal);
  // Where it is not monotone, a huge argument's own rounding decides, and GPUs differ.
  return activation === 'sine' ? telling.filter((x) => Math.abs(x) <= 100) : telling;
}

const activationCases = activationNames.flatMap((activation): KernelCase[] => {
  const x = vector(tellingFor(activation));
  const dy = draw('dy', ...x.shape);
  const [attrs, tolerance] = [{ activation }, 2e-6];
  return [
    {
      name: activation,
      kernel: 'Activate',
      inputs: { x },
      attrs,
      expected: vector(referenceActivate(activation, x.values)),
      tolerance,
    },
    {
      name: activation,
      kernel: 'ActivateGradient',
      inputs: { x, dy },
      attrs,
      expected: vector(referenceActivateGradient(activation, x.values, dy.values)),
      tolerance,
    },
  ];
});

const columnCases = [
  [32, 8],
  [32, 1],
  [1, 5],
  [67, 29],
  [513, 3],
].map(([rows = 0, columns = 0]): KernelCase => {
  const x = draw('x', rows, columns);
  return {
    name: `[${rows},${columns}]`,
    kernel: 'ColumnSums',
    inputs: { x },
    attrs: {},
    expected: vector(referenceColumnSums(x.values, columns)),
    tolerance: 1e-5,
  };
});

/** Logits of every size, up to ±1000, and targets for them. */
function lossInputs(rows: number, columns: number, isClass: boolean) {
  const logits = draw('logits', rows, columns);
  const targets = draw('targets', rows, columns);
  const random = stream(1, 'rows');
  for (let row = 0; row < rows; row++) {
    const scale = [1, 10, 1000][row % 3] as number;
    const chosen = random.integer(columns === 1 ? 2 : columns);
    for (let j = 0; j < columns; j++) {
      const at = row * columns + j;
      logits.values[at] = Math.min(Math.max(scale * (logits.values[at] as number), -1000), 1000);
      if (isClass) targets.values[at] = columns === 1 ? chosen : Number(j === chosen);
    }
  }
  return { logits, targets };
}

const lossCases = lossNames.flatMap((loss) =>
  outputKinds.flatMap((output) =>
    [
      [32, 1],
      [7, 3],
      [33, 10],
      [5, 17],
    ].flatMap(([rows = 0, columns = 0]): KernelCase[] => {
      const { logits, targets } = lossInputs(rows, columns, output !== 'linear');
      const given = [loss, output, logits.values, targets.values] as const;
      const dy = scalar(0.7);
      const name = `${loss} of ${output} [${rows},${columns}]`;
      const [attrs, tolerance] = [{ loss, output }, 1e-5];
      return [
        {
          name,
          kernel: 'ExampleLoss',
          inputs: { logits, targets },
          attrs,
          expected: vector(referenceExampleLoss(...given, columns)),
          tolerance,
        },
        {
          name,
          kernel: 'MeanLoss',
          inputs: { logits, targets },
          attrs,
          expected: { shape: [], values: referenceMeanLoss(...given, columns) },
          tolerance,
        },
        {
          name,
          kernel: 'MeanLossGradient',
          inputs: { logits, targets, dy },
          attrs,
          expected: {
            shape: [rows, columns],
            values: referenceMeanLossGradient(...given, dy.values[0] as number, columns),
          },
          tolerance: 2e-6,
        },
      ];
    }),
  ),
);

interface OptimizeOptions {
  readonly penalties: boolean;
  readonly clipValue: boolean;
  readonly clipNorm: boolean;
  readonly average: boolean;
}

const coefficientsOf = (options: OptimizeOptions) => {
  const [shrink, l1, l2] = options.penalties ? [0.01, 0.02, 0.1] : [0, 0, 0];
  const values: Readonly<Record<CoefficientName, number>> = {
    rate: 0.03,
    epsilon: 1e-3,
    first: 0.9,
    second: 0.97,
    keep: 0.99,
    shrink,
    l1,
    l2,
    clipValue: options.clipValue ? 0.5 : unlimited,
    clipNorm: options.clipNorm ? 0.8 : 0,
  };
  return coefficientNames.map((name) => values[name]);
};

const optimizeOptions: Readonly<Record<string, OptimizeOptions>> = {
  plain: { penalties: false, clipValue: false, clipNorm: false, average: false },
  'with penalties and an average': { penalties: true, clipValue: false, clipNorm: false, average: true },
  'with everything': { penalties: true, clipValue: true, clipNorm: true, average: true },
};

const optimizeCases = optimizerNames.flatMap((optimizer) =>
  Object.entries(optimizeOptions).flatMap(([words, options]) =>
    [
      { total: 105, from: 0, count: 105 },
      { total: 41, from: 13, count: 22 },
      { total: 300, from: 0, count: 3 },
    ].map(({ total, from, count }): KernelCase => {
      const rows = 1 + optimizerSlots[optimizer].length + Number(options.average);
      const state = draw('state', rows, total);
      // Squares and their averages are not negative.
      state.values.subarray(total).forEach((value, i, slots) => {
        slots[i] = Math.abs(value);
      });
      state.values[from + 1] = 0;
      const gradient = draw('gradient', count);
      const mask = vector(new Float32Array(total).map((_, i) => Number(i % 5 !== 0)));
      const now = vector(Float32Array.of(7, 0, 0, 0, -1, -1, ...coefficientsOf(options), -1, -1));
      const { clipNorm, average } = options;
      const attrs: OptimizeAttrs = { optimizer, from, count, coefficients: 6, clipNorm, average };
      const after = state.values.slice();
      referenceOptimize(after, total, gradient.values, mask.values, now.values, attrs);
      return {
        name: `${optimizer} ${words}, columns ${from} … ${from + count} of ${total}`,
        kernel: 'Optimize',
        inputs: { state, gradient, mask, now },
        attrs: { ...attrs },
        expected: { shape: state.shape, values: after },
        tolerance: 2e-6,
      };
    }),
  ),
);

const key = streamKey(42, 'a stream');
/** A first step, one that needs now[1], and one beyond 2³². */
const steps = [
  [1, 0],
  [65535, 65535],
  [3, 2 ** 20 + 5],
] as const;

const randomCases = steps.flatMap((step): KernelCase[] => {
  const now = vector(Float32Array.of(...step, 0, 0));
  return [[1], [37], [4, 64]].flatMap((shape): KernelCase[] => {
    const count = sizeOf(shape);
    const x = draw('x', ...shape);
    const where = `${shape.join('×')} at step ${step[0]} + 65536 · ${step[1]}`;
    return [
      ...(['uniform', 'normal'] as const).map(
        (kind): KernelCase => ({
          name: `${kind} ${where}`,
          kernel: 'Random',
          inputs: { now },
          attrs: { shape, kind, key },
          expected: { shape, values: referenceRandom(kind, count, now.values, key) },
          tolerance: kind === 'uniform' ? 0 : 1e-5,
        }),
      ),
      ...[0.1, 0.5, 0.9].map(
        (rate): KernelCase => ({
          name: `rate ${rate} ${where}`,
          kernel: 'Dropout',
          inputs: { x, now },
          attrs: { rate, key },
          expected: { shape, values: referenceDropout(x.values, rate, now.values, key) },
          tolerance: 1e-6,
        }),
      ),
    ];
  });
});

const batchCases = [
  { shape: [50], count: 5 },
  { shape: [50, 2], count: 5 },
  { shape: [50, 13], count: 5 },
  { shape: [50, 3, 5], count: 5 },
  // Sequences: a row each, with a value or several at every step; a row for every step.
  { shape: [50, 4], count: 5, steps: 4 },
  { shape: [50, 3, 11], count: 5, steps: 3 },
  { shape: [50, 1, 2], count: 5, steps: 1 },
  { shape: [50], count: 6, steps: 3, rowsPerExample: 3 },
  { shape: [50, 9], count: 6, steps: 2, rowsPerExample: 2 },
].map(({ shape, ...given }): KernelCase => {
  const x = draw('x', ...shape);
  const now = vector(Float32Array.of(1, 0, 0, 0, 49, 0, 7, 7, 23, 11));
  const attrs = { from: 4, ...given };
  const sides = batchSides({ dataId: {}, shape: [...shape], dtype: 'float32' }, attrs);
  return {
    name: `${JSON.stringify(given)} of ${shape.join('×')}`,
    kernel: 'Batch',
    inputs: { x, now },
    attrs,
    expected: { shape: sides.shape, values: referenceBatch(x.values, sides, now.values, 4) },
    tolerance: 0,
  };
});

export const kernelCases: readonly KernelCase[] = [
  ...affineCases,
  ...activationCases,
  ...columnCases,
  ...lossCases,
  ...optimizeCases,
  ...randomCases,
  ...batchCases,
];

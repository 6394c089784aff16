import { beforeAll, expect, test } from 'vitest';
import * as tf from '../../../src/engine/tf';
import { stream } from '../../../src/random/stream';
import { largestError } from '../../browser/kernelCases';
import { sizeOf } from './cases';
import { type NumericType, onCpu, PlainHeap, type Values } from './plainHeap';

// Single kernels of tfjs's names on plain memory; what they compute together is looked at in tests/browser.

let heap: PlainHeap;
beforeAll(async () => {
  heap = await PlainHeap.open();
}, 60_000);

function draw(dtype: NumericType, ...shape: number[]): Values {
  const random = stream(1, `${dtype} ${shape.join()}`);
  const next = {
    float32: () => Math.fround(random.normal()),
    int32: () => random.integer(13) - 6,
    bool: () => random.integer(2),
  };
  return { shape, dtype, values: Array.from({ length: sizeOf(shape) }, next[dtype]) };
}
const floats = (...shape: number[]) => draw('float32', ...shape);
const integers = (...shape: number[]) => draw('int32', ...shape);
const truths = (...shape: number[]) => draw('bool', ...shape);

type Case = readonly [kernel: string, inputs: Readonly<Record<string, Values>> | readonly Values[], attrs?: object];

/** Lengths around those of one, four and sixteen vectors. */
const lengths = [1, 2, 3, 4, 5, 7, 15, 16, 17, 63, 64, 67];
const unaries = [tf.Abs, tf.Neg, tf.Sign, tf.Square, tf.Sqrt, tf.Rsqrt, tf.Reciprocal, tf.Floor, tf.Ceil, tf.Round];
const curves = [tf.Relu, tf.Relu6, tf.Exp, tf.Expm1, tf.Log, tf.Log1p, tf.Sin, tf.Cos, tf.Tanh, tf.Sigmoid];
const comparisons = [tf.Equal, tf.NotEqual, tf.Greater, tf.GreaterEqual, tf.Less, tf.LessEqual];
const arithmetic = [tf.Add, tf.Sub, tf.Multiply, tf.Maximum, tf.Minimum];

const convolution = { strides: [2, 1], pad: 'same', dataFormat: 'NHWC', dilations: 1 } as const;
const pooling = { filterSize: [3, 2], strides: 2, pad: 'same' } as const;
const cases: readonly Case[] = [
  ...lengths.flatMap((n): Case[] => [
    [tf.Add, { a: floats(n), b: floats(n) }],
    [tf.Multiply, { a: floats(n), b: floats() }],
    [tf.Sub, { a: floats(), b: floats(n) }],
    [tf.Less, { a: floats(n), b: floats(n) }],
    [tf.LogicalAnd, { a: truths(n), b: truths(n) }],
    [tf.LogicalNot, { x: truths(n) }],
    [tf.Exp, { x: floats(n) }],
    [tf.Sum, { x: floats(3, n) }, { axis: 1, keepDims: false }],
    [tf.Sum, { x: floats(3, n) }, { axis: 0, keepDims: false }],
    [tf.Max, { x: floats(2, 5, n) }, { reductionIndices: 1, keepDims: true }],
    [tf.Softmax, { logits: floats(3, n) }, { dim: 1 }],
    [tf.Transpose, { x: floats(n, 7) }, { perm: [1, 0] }],
    [tf.Tile, { x: floats(2, n) }, { reps: [2, 3] }],
    [
      tf.PadV2,
      { x: floats(3, n) },
      {
        paddings: [
          [1, 0],
          [2, 1],
        ],
        constantValue: 0,
      },
    ],
    [tf.Cast, { x: floats(n) }, { dtype: 'int32' }],
    [tf.Cast, { x: integers(n) }, { dtype: 'float32' }],
    [tf.Cast, { x: truths(n) }, { dtype: 'float32' }],
    [tf.Cast, { x: floats(n) }, { dtype: 'bool' }],
    [tf.Select, { condition: truths(n), t: floats(n), e: floats(n) }],
    [tf.ZerosLike, { x: truths(n) }],
    [tf.OnesLike, { x: floats(n) }],
  ]),
  ...[...unaries, ...curves, tf.Softplus, tf.Elu, tf.Selu].map((kernel): Case => [kernel, { x: floats(21) }]),
  [tf.LeakyRelu, { x: floats(21) }, { alpha: 0.1 }],
  [tf.Step, { x: floats(21) }, { alpha: -1 }],
  [tf.ClipByValue, { x: floats(21) }, { clipValueMin: -1, clipValueMax: 0.5 }],
  ...[...comparisons, ...arithmetic, tf.RealDiv, tf.SquaredDifference].map(
    (kernel): Case => [kernel, { a: floats(4, 1, 9), b: floats(5, 9) }],
  ),
  ...[...comparisons, ...arithmetic].map((kernel): Case => [kernel, { a: integers(4, 9), b: integers(4, 1) }]),
  [tf.Pow, { a: { ...floats(9), values: [0, 1, 2, 3, 4, 5, 6, 7, 8] }, b: floats(9) }],
  [tf.Prelu, { x: floats(5, 9), alpha: floats(9) }],
  [tf.EluGrad, { dy: floats(21), y: floats(21) }],
  [tf.LogicalOr, { a: truths(5, 9), b: truths(9) }],
  [tf.AddN, [floats(21), floats(21), floats(21)]],
  [tf.Mean, { x: floats(4, 5, 6) }, { axis: [0, 2], keepDims: false }],
  [tf.Prod, { x: floats(4, 5) }, { axis: [0], keepDims: false }],
  [tf.Min, { x: integers(4, 5) }, { axis: [1], keepDims: false }],
  [tf.All, { x: truths(4, 3) }, { axis: [1], keepDims: false }],
  [tf.Any, { x: truths(4, 3) }, { axis: [0], keepDims: false }],
  [tf.ArgMax, { x: floats(4, 5, 3) }, { axis: 1 }],
  [tf.ArgMin, { x: floats(4, 5) }, { axis: 1 }],
  [tf.Concat, [floats(3), floats(1), floats(9)], { axis: 0 }],
  [tf.Concat, [floats(3, 4, 2), floats(3, 1, 2), floats(3, 5, 2)], { axis: 1 }],
  [tf.Pack, [floats(3, 4), floats(3, 4)], { axis: 1 }],
  [tf.Unpack, { value: floats(3, 4, 5) }, { axis: 1 }],
  [tf.SplitV, { x: floats(3, 9) }, { numOrSizeSplits: [2, 3, 4], axis: 1 }],
  [tf.Slice, { x: floats(4, 5, 6) }, { begin: [1, 1, 2], size: [2, 3, 3] }],
  [
    tf.StridedSlice,
    { x: floats(9, 7) },
    {
      begin: [8, 0],
      end: [1, 7],
      strides: [-3, 2],
      beginMask: 0,
      endMask: 0,
      ellipsisMask: 0,
      newAxisMask: 0,
      shrinkAxisMask: 0,
    },
  ],
  [tf.Transpose, { x: floats(3, 4, 5, 6) }, { perm: [3, 1, 0, 2] }],
  [tf.Reverse, { x: floats(3, 4, 5) }, { dims: [0, 2] }],
  [tf.Reverse, { x: truths(3, 4) }, { dims: [1] }],
  [
    tf.ResizeNearestNeighbor,
    { images: floats(2, 3, 4, 5) },
    { size: [6, 8], alignCorners: false, halfPixelCenters: false },
  ],
  [tf.ResizeNearestNeighborGrad, { images: floats(1, 3, 4, 5), dy: floats(1, 6, 8, 5) }, { alignCorners: false }],
  [tf.OneHot, { indices: integers(9) }, { depth: 5, onValue: 1, offValue: 0, dtype: 'float32' }],
  [tf.Conv2D, { x: floats(2, 5, 6, 3), filter: floats(3, 2, 3, 5) }, convolution],
  [
    tf.Conv2DBackpropInput,
    { dy: floats(2, 3, 6, 5), filter: floats(3, 2, 3, 5) },
    { ...convolution, inputShape: [2, 5, 6, 3] },
  ],
  [
    tf.Conv2DBackpropFilter,
    { x: floats(2, 5, 6, 3), dy: floats(2, 3, 6, 5) },
    { ...convolution, filterShape: [3, 2, 3, 5] },
  ],
  ...[tf.MaxPool, tf.AvgPool].map((kernel): Case => [kernel, { x: floats(2, 5, 6, 5) }, pooling]),
  [tf.MaxPoolGrad, { dy: floats(2, 3, 3, 5), input: floats(2, 5, 6, 5), output: floats(2, 3, 3, 5) }, pooling],
  [tf.AvgPoolGrad, { dy: floats(2, 3, 3, 5), input: floats(2, 5, 6, 5) }, pooling],
  [tf.DepthwiseConv2dNative, { x: floats(2, 5, 6, 7), filter: floats(3, 2, 7, 1) }, convolution],
  [
    tf.DepthwiseConv2dNativeBackpropInput,
    { dy: floats(2, 3, 6, 14), filter: floats(3, 2, 7, 2) },
    { ...convolution, inputShape: [2, 5, 6, 7] },
  ],
  [
    tf.DepthwiseConv2dNativeBackpropFilter,
    { x: floats(2, 5, 6, 7), dy: floats(2, 3, 6, 7) },
    { ...convolution, filterShape: [3, 2, 7, 1] },
  ],
  [tf.UnsortedSegmentSum, { x: floats(13, 6), segmentIds: integers(13) }, { numSegments: 4 }],
];

test.each(
  cases.map(([kernel, inputs, attrs = {}]) => ({
    kernel,
    inputs,
    attrs,
    shapes: Object.values(inputs)
      .map(({ shape }) => `[${shape.join()}]`)
      .join(', '),
  })),
)('$kernel of $shapes gives what cpu does and writes nowhere else', async ({ kernel, inputs, attrs }) => {
  const expected = await onCpu(kernel, inputs, attrs);
  const actual = heap.run(kernel, inputs, attrs);
  expect(actual.map(({ shape, dtype }) => ({ shape, dtype }))).toEqual(
    expected.map(({ shape, dtype }) => ({ shape, dtype })),
  );
  actual.forEach(({ values }, i) => {
    expect(largestError(values, (expected[i] as Values).values)).toBeLessThan(1e-5);
  });
});

test('the same bits come out every time, wherever operands lie', () => {
  const x = floats(1001, 37);
  const [sum] = heap.run(tf.Sum, { x }, { axis: [0], keepDims: false });
  const [again] = heap.run(tf.Sum, { x }, { axis: [0], keepDims: false });
  expect(again).toEqual(sum);
});

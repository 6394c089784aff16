import { expect, test } from 'vitest';
import { startBackend } from '../../src/engine/backends';
import * as tf from '../../src/engine/tf';
import { referenceProducts } from '../../src/kernels/matmul/reference';
import { instantiateModule } from '../../src/kernels/wasm/module';
import { bits } from '../unit/engine/helpers';
import { drawValues, type ProductCase, productCases, relativeError, sizeOf } from '../unit/kernels/cases';

const operandsOf = ({ leftShape, rightShape }: ProductCase) => ({
  a: drawValues('a', sizeOf(leftShape)),
  b: drawValues('b', sizeOf(rightShape)),
});

/** What a computation on the current backend gives, and nothing left behind. */
function valuesOf(compute: () => tf.Tensor): Float32Array {
  const result = tf.tidy(compute);
  const values = new Float32Array(result.dataSync<'float32'>());
  result.dispose();
  return values;
}

function multiply(product: ProductCase): Float32Array {
  const { a, b } = operandsOf(product);
  return valuesOf(() =>
    tf.matMul(
      tf.tensor(a, product.leftShape),
      tf.tensor(b, product.rightShape),
      product.transposeLeft,
      product.transposeRight,
    ),
  );
}

test.each(productCases)('tf.matMul on wasm computes $name as the reference does', async (product) => {
  await startBackend('wasm');
  const { a, b } = operandsOf(product);
  expect(relativeError(multiply(product), referenceProducts(product.shape, a, b))).toBeLessThan(1e-5);
});

test('a product is the same bit for bit every time', async () => {
  await startBackend('wasm');
  for (const product of productCases) expect(bits(multiply(product))).toEqual(bits(multiply(product)));
});

const [m, n, k] = [21, 13, 37];
const shape = { ...productCases[0]!.shape, m, n, k };
const a = drawValues('a', m * k);
const b = drawValues('b', k * n);
const bias = drawValues('bias', n);
const dense = (extra: object) =>
  valuesOf(() =>
    tf.fused.matMul({ a: tf.tensor2d(a, [m, k]), b: tf.tensor2d(b, [k, n]), bias: tf.tensor1d(bias), ...extra }),
  );

test('a dense layer adds its bias and applies its activation, ours and those left to stock', async () => {
  await startBackend('wasm');
  const strides = { left: { batch: 0, row: k, column: 1 }, right: { batch: 0, row: n, column: 1 } };
  const linear = referenceProducts({ ...shape, ...strides }, a, b, { bias });
  const activations = {
    linear: (x: number) => x,
    relu: (x: number) => Math.max(x, 0),
    relu6: (x: number) => Math.min(Math.max(x, 0), 6),
    sigmoid: (x: number) => 1 / (1 + Math.exp(-x)),
    elu: (x: number) => (x > 0 ? x : Math.expm1(x)),
  };
  for (const [activation, apply] of Object.entries(activations))
    expect(relativeError(dense({ activation }), linear.map(apply)), activation).toBeLessThan(1e-5);
  const prelu = dense({ activation: 'prelu', preluActivationWeights: tf.tensor1d([0.3]) });
  expect(
    relativeError(
      prelu,
      linear.map((x) => (x > 0 ? x : 0.3 * x)),
    ),
  ).toBeLessThan(1e-5);
});

test.each([
  { left: [6, 4, 4], right: [4, 4] },
  { left: [4, 4], right: [2, 3, 4, 4] },
])('a batch that repeats one matrix, $left · $right, is the products of each', async ({ left, right }) => {
  await startBackend('wasm');
  const x = drawValues('left', sizeOf(left));
  const y = drawValues('right', sizeOf(right));
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(left.slice(0, -2), right.slice(0, -2));
  const spread = (values: Float32Array, side: number[]) => tf.broadcastTo(tf.tensor(values, side), [...batch, 4, 4]);
  const together = valuesOf(() => tf.matMul(tf.tensor(x, left), tf.tensor(y, right)));
  const apart = valuesOf(() => tf.matMul(spread(x, left), spread(y, right)));
  expect(bits(together)).toEqual(bits(apart));
});

test('products go on when the heap has grown', async () => {
  await startBackend('wasm');
  const product = productCases.find(({ name }) => name.startsWith('more depth'))!;
  const before = multiply(product);
  const large = tf.zeros([64 * 2 ** 20]);
  const after = multiply(product);
  large.dispose();
  expect(bits(after)).toEqual(bits(before));
});

test.each(['plain', 'shared'] as const)('on %s memory the kernel computes what it does on the heap', async (kind) => {
  await startBackend('wasm');
  const memory = new WebAssembly.Memory({ initial: 64, maximum: 65536, shared: kind === 'shared' });
  const kernels = await instantiateModule(memory);
  const floats = new Float32Array(memory.buffer);
  for (const product of productCases) {
    const operands = operandsOf(product);
    const { batch, m, n, k, left, right } = product.shape;
    const size = batch * m * n;
    const at = { a: 0, b: 4 * operands.a.length, result: 4 * (operands.a.length + operands.b.length) };
    floats.set(operands.a, at.a / 4);
    floats.set(operands.b, at.b / 4);
    kernels.products(
      ...([batch, m, n, k] as const),
      ...([at.a, left.batch, left.row, left.column] as const),
      ...([at.b, right.batch, right.row, right.column] as const),
      ...([at.result, 0, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, at.result + 4 * size] as const),
    );
    const values = floats.slice(at.result / 4, at.result / 4 + size);
    expect(bits(values), product.name).toEqual(bits(multiply(product)));
  }
});

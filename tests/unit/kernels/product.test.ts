import { beforeAll, describe, expect, test } from 'vitest';
import { type Finish, referenceProducts } from '../../../src/kernels/matmul/reference';
import { type ProductShape, productShape } from '../../../src/kernels/matmul/shape';
import { instantiateModule, type WasmModule } from '../../../src/kernels/wasm/module';
import { drawValues, productCases, relativeError, sizeOf } from './cases';

const pages = { initial: 128, maximum: 65536 };

interface Places {
  readonly a: number;
  readonly b: number;
  readonly bias: number;
  readonly result: number;
  readonly workspace: number;
}

/** The compiled kernels on a memory of their own, with room to check that they write nowhere else. */
class Bench {
  readonly #kernels: WasmModule;
  readonly #floats: Float32Array;

  constructor(kernels: WasmModule, memory: WebAssembly.Memory) {
    this.#kernels = kernels;
    this.#floats = new Float32Array(memory.buffer);
  }

  #run({ batch, m, n, k, left, right }: ProductShape, places: Places, low: number, high: number): void {
    this.#kernels.products(
      ...([batch, m, n, k] as const),
      ...([places.a, left.batch, left.row, left.column] as const),
      ...([places.b, right.batch, right.row, right.column] as const),
      ...([places.result, places.bias, low, high, places.workspace] as const),
    );
  }

  /** Throws where the product reads behind one of its operands: the memory ends there. */
  atTheEnd(shape: ProductShape, leftSize: number, rightSize: number): void {
    const end = 4 * this.#floats.length;
    const [result, workspace] = [0, 4 * shape.batch * shape.m * shape.n];
    const places = { a: end - 4 * leftSize, b: end - 4 * rightSize, bias: 0, result, workspace };
    this.#run(shape, places, 0, 0);
  }

  products(shape: ProductShape, a: Float32Array, b: Float32Array, finish: Finish = {}): Float32Array {
    const { batch, m, n } = shape;
    const { bias, low = Number.NEGATIVE_INFINITY, high = Number.POSITIVE_INFINITY } = finish;
    const floats = this.#floats;
    const size = batch * m * n;
    floats.fill(Number.NaN);
    // Odd places: TensorFlow.js promises no more than that floats begin at multiples of four bytes.
    const gap = 3;
    let next = gap;
    const put = (values: Float32Array) => {
      const at = next;
      floats.set(values, at);
      next += values.length + gap;
      return 4 * at;
    };
    const places = {
      a: put(a),
      b: put(b),
      bias: bias ? put(bias) : 0,
      result: put(new Float32Array(size)),
      workspace: 4 * next,
    };
    this.#run(shape, places, low, high);
    const result = floats.slice(places.result / 4, places.result / 4 + size);
    const end = next + this.#kernels.workspaceBytes.value / 4;
    expect(floats.subarray(end).every(Number.isNaN), 'nothing is written behind the workspace').toBe(true);
    expect(floats.subarray(places.a / 4, places.a / 4 + a.length)).toEqual(a);
    expect(floats.subarray(places.b / 4, places.b / 4 + b.length)).toEqual(b);
    for (const end of [places.a / 4 + a.length, places.b / 4 + b.length, places.result / 4 + size])
      expect(floats.subarray(end, end + gap).every(Number.isNaN), 'nothing is written between').toBe(true);
    return result;
  }
}

describe.each(['plain', 'shared'] as const)('the %s build of the WASM product', (build) => {
  let bench: Bench;
  beforeAll(async () => {
    const memory = new WebAssembly.Memory({ ...pages, shared: build === 'shared' });
    bench = new Bench(await instantiateModule(memory), memory);
  }, 60_000);

  test.each(productCases)('computes $name as the reference does', ({ shape, leftShape, rightShape }) => {
    const a = drawValues('a', sizeOf(leftShape));
    const b = drawValues('b', sizeOf(rightShape));
    expect(relativeError(bench.products(shape, a, b), referenceProducts(shape, a, b))).toBeLessThan(1e-5);
  });

  test('reads nothing behind its operands', () => {
    for (const { shape, leftShape, rightShape } of productCases)
      bench.atTheEnd(shape, sizeOf(leftShape), sizeOf(rightShape));
  });

  test.each([
    { m: 9, n: 13, k: 300 },
    { m: 9, n: 1, k: 5 },
    { m: 2, n: 1043, k: 3 },
    { m: 4, n: 8, k: 0 },
  ])('adds a bias and clamps a product of $m×$k and $k×$n', ({ m, n, k }) => {
    const shape = productShape([m, k], [k, n], false, false) as ProductShape;
    const [a, b, bias] = [drawValues('a', m * k), drawValues('b', k * n), drawValues('bias', n)];
    for (const finish of [{ bias }, { bias, low: 0 }, { low: 0, high: 6 }])
      expect(relativeError(bench.products(shape, a, b, finish), referenceProducts(shape, a, b, finish))).toBeLessThan(
        1e-5,
      );
  });

  test.each([false, true])(
    'gives the same bits for few rows, which it reads where they lie, as for many',
    (transposed) => {
      const [k, n] = [39, 27];
      const [a, b, bias] = [drawValues('a', 200 * k), drawValues('b', k * n), drawValues('bias', n)];
      const rows = (m: number) => {
        const shape = productShape([m, k], transposed ? [n, k] : [k, n], false, transposed) as ProductShape;
        return bench.products(shape, a.subarray(0, m * k), b, { bias, low: 0 });
      };
      expect(rows(11)).toEqual(rows(200).subarray(0, 11 * n));
    },
  );

  test('takes one right matrix for a whole batch', () => {
    const shape = productShape([4, 5, 6], [6, 7], false, false) as ProductShape;
    const [a, b] = [drawValues('a', 120), drawValues('b', 42)];
    expect(shape.result).toEqual([4, 5, 7]);
    expect(relativeError(bench.products(shape, a, b), referenceProducts(shape, a, b))).toBeLessThan(1e-5);
  });

  test('hands NaN and infinity on, through a clamp too', () => {
    const shape = productShape([1, 1], [1, 3], false, false) as ProductShape;
    const b = Float32Array.of(Number.NaN, Number.POSITIVE_INFINITY, -1);
    expect([...bench.products(shape, Float32Array.of(1), b, { low: 0 })]).toEqual([
      Number.NaN,
      Number.POSITIVE_INFINITY,
      0,
    ]);
  });
});

describe('productShape', () => {
  test('refuses sides that do not meet and batches that repeat in parts', () => {
    expect(productShape([2, 3], [4, 5], false, false)).toBeNull();
    expect(productShape([2, 1, 4, 4], [1, 3, 4, 4], false, false)).toBeNull();
  });

  test('exchanges the strides of a transposed operand', () => {
    const plain = productShape([2, 3], [3, 4], false, false);
    const transposed = productShape([3, 2], [4, 3], true, true);
    expect(plain).toMatchObject({ m: 2, n: 4, k: 3, left: { row: 3, column: 1 }, right: { row: 4, column: 1 } });
    expect(transposed).toMatchObject({ m: 2, n: 4, k: 3, left: { row: 1, column: 2 }, right: { row: 1, column: 3 } });
  });
});

import { parseConfig } from '../../src/config/gate';
import type { SequenceExamples } from '../../src/data/sequences/dataset';
import type { SequenceInfo } from '../../src/data/sequences/info';
import { epochOrder } from '../../src/engine/batches';
import { initialValues } from '../../src/engine/initializers';
import type { Initializer } from '../../src/engine/model';
import type { RecConfig } from '../../src/families';
import { gateCount } from '../../src/kernels/recurrent/cells';
import { stream } from '../../src/random/stream';
import type { NamedWeights, SequenceWorkload, SymbolBatch } from '../workload';

const seed = 7;
const symbols = 64;

interface Sizes {
  readonly cell: 'rnn' | 'gru' | 'lstm';
  readonly steps: number;
  readonly units: number;
  readonly batchSize: number;
  /** Full batches in the data set. */
  readonly batches: number;
}

function infoFor(steps: number): SequenceInfo {
  const vocabulary = Array.from({ length: symbols }, (_, i) => String.fromCodePoint(0x4e00 + i));
  return {
    name: 'bench',
    rows: 0,
    task: 'characters',
    length: steps,
    layout: { kind: 'next', form: 'lines' },
    input: { kind: 'symbols', vocabulary },
    output: { kind: 'symbols', vocabulary },
  };
}

/**
 * Every sequence counts around the symbols by a stride of its own, which has to be remembered; a fifth of its symbols is
 * drawn at random, so that no gradient ever dies out. Each step is asked for the next one.
 */
function drawExamples({ steps, batchSize, batches }: Sizes): SequenceExamples {
  const random = stream(seed, 'bench/sequences');
  const count = batchSize * batches;
  const inputs = new Int32Array(count * steps);
  const targets = new Int32Array(count * steps);
  for (let row = 0; row < count; row++) {
    const stride = 1 + 2 * random.integer(4);
    let symbol = random.integer(symbols);
    for (let step = 0; step < steps; step++) {
      inputs[row * steps + step] = symbol;
      symbol = random.uniform() < 0.2 ? random.integer(symbols) : (symbol + stride) % symbols;
      targets[row * steps + step] = symbol;
    }
  }
  const weights = new Float32Array(count * steps).fill(1);
  return { count, length: steps, inputs, targets, weights, lengths: new Int32Array(count).fill(steps) };
}

function cutBatches({ count, inputs, targets }: SequenceExamples, { steps, batchSize, batches }: Sizes): SymbolBatch[] {
  const order = epochOrder(seed, 0, count);
  const gather = (values: ArrayLike<number>, rows: Int32Array) =>
    Int32Array.from({ length: rows.length * steps }, (_, i) => {
      const row = rows[Math.floor(i / steps)] as number;
      return values[row * steps + (i % steps)] as number;
    });
  return Array.from({ length: batches }, (_, i) => {
    const rows = order.subarray(i * batchSize, (i + 1) * batchSize);
    return { inputs: gather(inputs, rows), targets: gather(targets, rows) };
  });
}

/** The tensors of one layer of cells and of the dense one above it. Gates stand side by side, in Keras's order. */
function drawWeights({ cell, units }: Sizes): NamedWeights[] {
  const width = units * gateCount(cell === 'rnn' ? 'simple' : cell);
  const scaled: Initializer = { kind: 'normal', gain: 1, fan: 'in' };
  const zero: Initializer = { kind: 'zero' };
  const draw = (name: string, shape: readonly number[], initializer: Initializer): NamedWeights => {
    const fans = { fanIn: shape[0] as number, fanOut: units };
    return { name, shape, values: initialValues({ name, shape, initializer, ...fans, penalized: true }, seed) };
  };
  return [
    draw('layer0/kernel', [symbols, width], scaled),
    draw('layer0/recurrentKernel', [units, width], scaled),
    draw('layer0/bias', [width], cell === 'lstm' ? { kind: 'block', block: 1, value: 1 } : zero),
    ...(cell === 'gru' ? [draw('layer0/recurrentBias', [width], zero)] : []),
    draw('output/kernel', [units, symbols], scaled),
    draw('output/bias', [symbols], zero),
  ];
}

type Limits = Pick<SequenceWorkload, 'heavy' | 'extra'> & Partial<Pick<SequenceWorkload, 'backends' | 'runners'>>;

function recWorkload(sizes: Sizes, limits: Limits): SequenceWorkload {
  const { cell, steps, units, batchSize } = sizes;
  return {
    id: `rec ${cell} T${steps} H${units} b${batchSize}`,
    kind: 'sequences',
    batchSize,
    config: parseConfig({
      family: 'rec',
      seed,
      model: { cell, layers: [units], dropout: 0, bias: true, activation: 'tanh' },
      // Not clipped: stock's optimizers do not know of it.
      train: { optimizer: 'adam', learningRate: 0.001, batchSize, clipNorm: 0 },
    }) as RecConfig,
    info: infoFor(steps),
    runners: ['tf.layers', 'ours (eager)', 'ours'],
    backends: ['cpu', 'wasm', 'webgl', 'webgpu'],
    ...limits,
    draw() {
      const examples = drawExamples(sizes);
      return { examples, batches: cutBatches(examples, sizes), weights: drawWeights(sizes) };
    },
  };
}

const short = { steps: 32, units: 128, batchSize: 32, batches: 32 };
/** A step of stock's takes seconds on cpu, and on a GPU that is none. */
const heavy = { checkedSteps: 5, rounds: 5, slowestMs: 15_000 };

export const recWorkloads: readonly SequenceWorkload[] = [
  recWorkload({ ...short, cell: 'lstm' }, { heavy }),
  // Stock's reset gates act before the product, ours after it. From these start values losses are 3e-4 apart by that.
  recWorkload({ ...short, cell: 'gru' }, { heavy, extra: true }),
  recWorkload({ ...short, cell: 'rnn' }, { heavy }),
  // Too wide for a workgroup: for its dispatches, whose number the batch does not change.
  recWorkload(
    { cell: 'lstm', steps: 32, units: 264, batchSize: 1, batches: 4 },
    { backends: ['webgpu'], runners: ['ours'], heavy: { checkedSteps: 2, rounds: 3, slowestMs: 60_000 }, extra: true },
  ),
  // A step of stock's on a GPU that is none would be waited for until the bench fails.
  recWorkload(
    { cell: 'lstm', steps: 128, units: 256, batchSize: 64, batches: 4 },
    { backends: ['wasm'], heavy: { checkedSteps: 2, rounds: 2, slowestMs: 30_000 }, extra: true },
  ),
];
